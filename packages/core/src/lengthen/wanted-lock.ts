/** Until when an object has to stay, and for whose sake. */
export interface WantedLock {
  /** The kind of evidence that asks for the longest. */
  readonly kind: string;
  /** UTC milliseconds. */
  readonly until: number;
}

export const longerOf = (one: WantedLock | null | undefined, other: WantedLock): WantedLock =>
  (one?.until ?? 0) >= other.until ? (one ?? other) : other;
