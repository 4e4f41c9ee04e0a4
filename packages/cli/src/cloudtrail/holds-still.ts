import type { HoldsStill } from '@proofrail/audit/cloudtrail';
import { lockProblem } from '@proofrail/core/ledger';
import type { ObjectKey, ObjectStore, VersionId } from '@proofrail/core/ports';

/** Reads the locks of a ledger where it lies. Null: a copy in a folder has lost them, and a bucket that locks nothing by itself promises nothing. */
export function holdsStill(store: ObjectStore, prefix: string): HoldsStill {
  const { lockedDays: days = 0 } = store;
  const lockOf = store.lockOf?.bind(store);
  if (lockOf === undefined || days === 0) return null;
  return async ({ key, version, createdAt: created }) => {
    if (version === null || created === null) return false;
    const lock = await lockOf(key.slice(prefix.length) as ObjectKey, version as VersionId);
    return lockProblem({ lock, created }, days) === null;
  };
}
