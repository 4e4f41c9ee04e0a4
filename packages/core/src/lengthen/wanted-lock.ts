/** Until when an object has to stay, and for whose sake. */
export interface WantedLock {
  /** The kind of evidence that asks for the longest. */
  readonly kind: string;
  /** UTC milliseconds. */
  readonly until: number;
}

export const longerOf = (one: WantedLock | undefined, other: WantedLock): WantedLock =>
  one !== undefined && one.until >= other.until ? one : other;
