/** How the child says what went wrong before its program could speak. Apart from Node's own codes (1 to 13) and Go's (2). */
export const ChildExit = { programMissing: 69, programAltered: 70 } as const;
