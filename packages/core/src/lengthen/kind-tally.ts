import type { LongerRecord } from './longer-records.ts';
import type { WantedLock } from './wanted-lock.ts';

/** What was found of one kind of evidence. */
export interface LengthenedKind {
  readonly kind: string;
  readonly records: number;
  /** These, and what it takes to prove them. What two kinds need is counted for the one that needs it for longer. */
  readonly objects: number;
  /** Those of the objects whose lock was too short. */
  readonly short: number;
  /** Until when the last of these has to be locked, in UTC milliseconds; null: there is none. */
  readonly until: number | null;
}

/** Counts for each kind what it needs, and how much of that was locked for too short a time. */
export class KindTally {
  readonly #kinds = new Map<string, LengthenedKind>();

  constructor(kinds: readonly string[], records: readonly LongerRecord[]) {
    for (const kind of kinds) this.#kinds.set(kind, this.#of(kind));
    for (const { kind } of records) this.#count(kind, ({ records: before }) => ({ records: before + 1 }));
  }

  get kinds(): readonly LengthenedKind[] {
    return [...this.#kinds.values()];
  }

  object({ kind, until: wanted }: WantedLock, wasShort: boolean): void {
    this.#count(kind, ({ objects, short, until }) =>
      wasShort ? { objects: objects + 1, short: short + 1, until: Math.max(until ?? 0, wanted) } : { objects: objects + 1 },
    );
  }

  #count(kind: string, more: (before: LengthenedKind) => Partial<LengthenedKind>): void {
    const before = this.#of(kind);
    this.#kinds.set(kind, { ...before, ...more(before) });
  }

  #of(kind: string): LengthenedKind {
    return this.#kinds.get(kind) ?? { kind, records: 0, objects: 0, short: 0, until: null };
  }
}
