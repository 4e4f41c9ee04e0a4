import type { ObjectMetadata } from '../../../ports/object-store.ts';
import { counted } from '../../../text/counted.ts';

// What is wrong with how a version is kept, said alike by whoever verifies and by whoever seals (attacks 10, 11).

export const CAME_BY_REPLICATION =
  'It came by replication, which keeps the times of another bucket: when it was made is not known.';

export const DAY = 86_400_000; // milliseconds
/** The lock is counted from the creation to the second (ledger.md 1.3), and a server may take two looks at its clock. */
const TOLERANCE = 60_000;

/** Whether a lock that nobody can lift lasts until then, in UTC milliseconds. */
export const locksUntil = (lock: ObjectMetadata['lock'], until: number): boolean =>
  lock?.mode === 'COMPLIANCE' && lock.until + TOLERANCE >= until;

/**
 * Why a lock is none, or is shorter than `days` from the creation of the version; null: it is as long, or nobody asks for one. What the
 * object says of its own time does not count: its writer chose that.
 */
export function lockProblem({ lock, created }: Pick<ObjectMetadata, 'lock' | 'created'>, days: number): string | null {
  if (days === 0) return null;
  const wanted = `${counted(days, 'day')} ${days === 1 ? 'is' : 'are'} asked for`;
  if (lock === null) return `Nothing locks it, and ${wanted}.`;
  if (lock.mode === 'GOVERNANCE') return `Its lock can be lifted (GOVERNANCE), and ${wanted}.`;
  const locked = Math.floor((lock.until - created + TOLERANCE) / DAY);
  return locked >= days ? null : `It is locked for ${counted(locked, 'day')} from its creation, and ${wanted}.`;
}
