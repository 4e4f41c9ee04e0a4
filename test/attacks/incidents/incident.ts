/** One thing that was done then, played here, and what comes of it. */
export interface Scene {
  readonly scene: string;
  readonly play: () => Promise<unknown>;
  readonly ends: unknown;
}

/** Something that happened to others, played against this gate. */
export interface Incident {
  readonly name: string;
  readonly happened: string;
  /** Of the table, in which its parts stand apart. */
  readonly rows: readonly number[];
  readonly scenes: readonly Scene[];
}

export const ALLOWED = { outcome: 'allow', says: [] } as const;
