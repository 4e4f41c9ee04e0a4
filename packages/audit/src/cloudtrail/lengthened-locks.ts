import type { LedgerObject } from './ledger-place.ts';
import type { TrailEvent } from './trail-event.ts';
import type { TrailFinding } from './trail-finding.ts';

/** A lock that somebody set anew, and the finding that it is unless it can only have become longer. */
export interface SetLock {
  readonly key: string;
  readonly version: string;
  readonly event: TrailEvent;
  readonly finding: TrailFinding;
}

/**
 * Whether a version has a lock now that nobody can lift, as long at least as the bucket gives each from its creation: then no call can ever
 * have made it shorter, since S3 makes no such lock shorter. Null: nobody reads locks where the ledger lies.
 */
export type HoldsStill = ((object: LedgerObject) => Promise<boolean>) | null;

const AT_ONCE = 32; // requests

/** The calls that lengthened a lock, and those of which nobody can say so. */
export async function lengthenedLocks(
  set: readonly SetLock[],
  objects: readonly LedgerObject[],
  holdsStill: HoldsStill,
): Promise<{ readonly lengthened: number; readonly others: readonly SetLock[] }> {
  const asked = new Set(set.map(nameOf));
  const there = objects.filter((one) => one.kind === 'data' && one.version !== null && asked.has(nameOf(one)));
  const held = new Set<string>();
  for (let from = 0; holdsStill !== null && from < there.length; from += AT_ONCE) {
    const some = there.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map(holdsStill));
    some.forEach((one, index) => answers[index] === true && held.add(nameOf(one)));
  }
  const others = set.filter((one) => !held.has(nameOf(one)));
  return { lengthened: set.length - others.length, others };
}

const nameOf = ({ key, version }: Pick<LedgerObject, 'key' | 'version'>): string => `${key} ${version ?? ''}`;
