/**
 * May this name an artifact, or a file in one? The platform's client prints such names to the log as they are, so only harmless ones get
 * that far (gate.md row 53).
 */
export const isHarmlessName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name);

export const HARMLESS_NAME = 'letters, digits and . _ -, at most 100 of them, a letter or digit first';
