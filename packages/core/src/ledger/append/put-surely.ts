import { TamperedError, UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectKey, ReadAnswer, VersionId } from '../../ports/object-store.ts';
import type { Ledger } from '../ledger.ts';

export type Placed =
  /** The bytes lie under the key, put there by this call or by an earlier one whose answer was lost. */
  | { readonly kind: 'ours'; readonly version: VersionId | null }
  /** Other bytes lie there. */
  | { readonly kind: 'taken'; readonly bytes: Uint8Array; readonly version: VersionId | null };

const ATTEMPTS = 8;
const FIRST_PAUSE = 50; // milliseconds; doubled each time, 6.35 s in all
const found = (at: ObjectKey, what: string) => ({ expected: 'to learn what lies under the key', found: what, at });

/**
 * Creates an object and does not return before its occupant is known (ledger.md 1.2). An unknown answer is met with the same bytes to the
 * same key again, never with another key. UnavailableError `ledger/no-answer`; TamperedError `ledger/hidden`.
 */
export async function putSurely(ledger: Pick<Ledger, 'store' | 'pause'>, key: ObjectKey, bytes: Uint8Array): Promise<Placed> {
  let cause = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await ledger.pause?.(FIRST_PAUSE * 2 ** (attempt - 1));
    const answer = await ledger.store.create(key, bytes);
    if (answer.kind === 'created') return { kind: 'ours', version: answer.version };
    if (answer.kind === 'exists') {
      // "Exists" does not mean that we lost: our own first attempt may have landed and its answer been lost.
      const occupant = await ledger.store.read(key);
      if (occupant.kind === 'found') return compare(bytes, occupant);
      refuseGone(key, occupant);
    }
    cause = 'cause' in answer ? answer.cause : 'an occupant that cannot be read';
  }
  throw new UnavailableError('ledger/no-answer', {
    ...found(key, cause),
    doThis: 'Run it again: what was written stays valid, and nothing is written twice.',
  });
}

function compare(bytes: Uint8Array, occupant: Extract<ReadAnswer, { kind: 'found' }>): Placed {
  const equal = Buffer.compare(bytes, occupant.bytes) === 0;
  return equal ? { kind: 'ours', version: occupant.version } : { ...occupant, kind: 'taken' };
}

function refuseGone(key: ObjectKey, occupant: ReadAnswer): void {
  if (occupant.kind !== 'hidden' && occupant.kind !== 'absent') return;
  throw new TamperedError('ledger/hidden', {
    ...found(
      key,
      occupant.kind === 'hidden' ? `${occupant.by ?? 'a delete marker'} in the place of an object` : 'an object that vanished',
    ),
    doThis: 'Nothing was written there. Run "proofrail verify" and find out who may delete in the ledger.',
  });
}
