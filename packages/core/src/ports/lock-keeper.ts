import type { ObjectKey, ObjectLock, VersionId } from './object-store.ts';

/**
 * Reads and lengthens locks. Apart from ObjectStore: whoever writes evidence has no say in how long it stays, and whoever lengthens locks
 * writes none.
 */
export interface LockKeeper {
  /** As the store says it now; null: nothing locks this version. UnavailableError where nobody says. */
  lockOf(key: ObjectKey, version: VersionId): Promise<ObjectLock | null>;

  /**
   * Locks a version in COMPLIANCE mode until then, in UTC milliseconds. A store refuses what would be shorter, or laxer.
   * UnavailableError where it refuses: nobody goes on with the next object under the same rights.
   */
  lengthen(key: ObjectKey, version: VersionId, until: number): Promise<void>;
}
