import type { Ledger } from '../ledger.ts';
import type { ObjectKey, ReadAnswer, VersionId } from '../../ports/object-store.ts';
import { unreadable } from './read-plans.ts';

const ATTEMPTS = 4; // each is several of a store that knows a network
const FIRST_PAUSE = 500; // milliseconds; doubled each time

/**
 * What can be said of an object for good, as a plan says it: an object that could not be read this time is asked for again, and then
 * nothing is said at all. UnavailableError `seal/unreadable`.
 */
export async function readForGood(
  { store, pause }: Pick<Ledger, 'store' | 'pause'>,
  key: ObjectKey,
  version: VersionId | null,
): Promise<ReadAnswer> {
  let cause = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await pause?.(FIRST_PAUSE * 2 ** (attempt - 1));
    const answer = await store.read(key, version ?? undefined);
    if (answer.kind !== 'unreadable' || answer.passing !== true) return answer;
    ({ cause } = answer);
  }
  throw unreadable(key, cause);
}
