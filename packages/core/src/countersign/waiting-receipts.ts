import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { putSurely } from '../ledger/append/put-surely.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { countersignedMark } from '../ledger/seals/countersigned-mark.ts';
import { countersignedKey, FIRST_SEAL } from '../ledger/seals/seal-layout.ts';
import type { Sealed } from '../seal/make/seal-ledger.ts';
import { sealedSince } from '../ledger/seals/sealed-since.ts';
import { allReceipts } from './all-receipts.ts';
import type { Countersigner } from './countersigner.ts';

/** Records whose receipts are to be looked at, by stream. Not each of them has one. */
export type WaitingReceipts = ReadonlyMap<StreamId, readonly Sha256[]>;

/** How far a sealer has come: the key that it countersigns with, and whom it asks for keys. */
type Work = Pick<Countersigner, 'signer' | 'issuers' | 'receipts'>;

const MOST_BACK = 100; // seals, four days of hourly ones: further back one look at all receipts costs less

/**
 * A receipt is written before its record. So only receipts of records that were sealed after the last finished seal can be new: the last
 * one behind which no receipt was left to do, not simply the last one, whose sealer may have died right after it. Where none of the newest
 * seals is finished, or where all are asked for: every receipt of the ledger. TamperedError `seal/mismatch`; UnavailableError `seal/unreadable`.
 */
export async function waitingReceipts(store: ObjectStore, work: Work, { plan, checkpoint }: Sealed): Promise<WaitingReceipts> {
  const done = work.receipts === 'all' ? null : await lastDone(store, workId(work), plan.n);
  if (done === null) return allReceipts(store, work.signer.keyId);
  const waiting = new Map<StreamId, Sha256[]>();
  for (const { stream, record } of await sealedSince(store, done, { n: plan.n, checkpoint })) {
    const records = waiting.get(stream);
    if (records === undefined) waiting.set(stream, [record]);
    else records.push(record);
  }
  return waiting;
}

/** Leaves a mark that nothing is left up to a seal. UnavailableError `ledger/no-answer`; TamperedError `ledger/hidden`. */
export async function markDone(
  ledger: Pick<Ledger, 'store' | 'pause'>,
  work: Work,
  { n, digest }: { readonly n: number; readonly digest: Sha256 },
): Promise<void> {
  await putSurely(ledger, countersignedKey(n, workId(work)), countersignedMark(digest)); // other bytes there are for `verify` to tell
}

async function lastDone(store: ObjectStore, work: Sha256, before: number): Promise<number | null> {
  for (let n = before - 1; n >= Math.max(FIRST_SEAL, before - MOST_BACK); n--)
    if ((await store.read(countersignedKey(n, work))).kind === 'found') return n;
  return null;
}

/** Another key has vouched for nothing yet, and under the keys of another issuer other receipts verify. */
const workId = ({ signer, issuers }: Work): Sha256 =>
  sha256(canonicalJson({ issuers: issuers.map(({ issuer }) => issuer).sort(), key: signer.keyId }));
