import type { Sha256 } from '../canonical/digest.ts';
import { sealEnvelope } from '../canonical/seal-envelope.ts';
import { verifyEnvelope } from '../canonical/verify-envelope.ts';
import { timestampOf } from '../evidence/timestamp-of.ts';
import { checkReceipt, type ReceiptSources } from '../ledger/check-receipt.ts';
import { inBatches } from '../ledger/in-batches.ts';
import { countersignatureKey, parseKey, platformPrefix } from '../ledger/layout.ts';
import { putSurely } from '../ledger/put-surely.ts';
import { readSealed } from '../ledger/sealed-form.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { COUNTERSIGNATURE_PAYLOAD_TYPE, countersignatureBytes, type Countersignature } from '../platform/countersignature.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { listStreams } from '../seal/list-streams.ts';
import type { Countersigner } from './countersigner.ts';

/** A receipt that nobody vouches for, and the code of the reason. */
export interface RefusedReceipt {
  readonly stream: StreamId;
  readonly record: Sha256;
  readonly why: string;
}

export interface Countersigned {
  readonly countersigned: number;
  readonly refused: readonly RefusedReceipt[];
}

export interface CountersignTask extends ReceiptSources, Pick<Countersigner, 'signer' | 'publicKey'> {
  /** UTC milliseconds. */
  readonly now: number;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

const SIDE_BY_SIDE = 16; // receipts: three requests and a signature each

/**
 * Vouches for every receipt that this key has not vouched for yet, if its token is there and verifies now. Writes nothing else. The order
 * does not matter, and whoever dies in the middle is followed by the next sealer. UnavailableError `ledger/no-answer`; TamperedError
 * `ledger/hidden`; what the signer throws.
 */
export async function countersignReceipts(task: CountersignTask): Promise<Countersigned> {
  const refused: RefusedReceipt[] = [];
  let countersigned = 0;
  for (const stream of await listStreams(task.store)) {
    const waiting = await withoutCountersignature(task.store, stream, task.signer.keyId);
    const ask = (some: readonly Sha256[]) => Promise.all(some.map((record) => countersign(task, stream, record)));
    for await (const batch of inBatches(waiting, ask, SIDE_BY_SIDE)) {
      for (const [record, why] of batch) {
        if (why === null) countersigned += 1;
        else refused.push({ stream, record, why });
      }
    }
  }
  return { countersigned, refused };
}

/** In a listing the countersignatures under a receipt come right behind it: their keys begin with its own. */
async function withoutCountersignature(store: ObjectStore, stream: StreamId, by: KeyId): Promise<readonly Sha256[]> {
  const waiting: Sha256[] = [];
  for await (const { key, kind } of store.listVersions(platformPrefix(stream))) {
    const parsed = parseKey(key);
    if (kind !== 'data' || (parsed?.kind !== 'platform' && parsed?.kind !== 'countersignature')) continue;
    const isLast = waiting.at(-1) === parsed.record;
    if (parsed.kind === 'platform' && !isLast) waiting.push(parsed.record);
    else if (parsed.kind === 'countersignature' && parsed.by === by && isLast) waiting.pop();
  }
  return waiting;
}

/** Null: it is there now. Else why not. */
async function countersign(task: CountersignTask, stream: StreamId, record: Sha256): Promise<string | null> {
  const { signer, publicKey, now } = task;
  const checked = await checkReceipt(stream, record, task);
  if (typeof checked === 'string') return checked;
  const { receipt, digest, token } = checked;
  const said: Countersignature = {
    v: 1,
    stream,
    record,
    receipt: digest,
    token: receipt.token.sha256,
    issuer: token.claims.iss,
    kid: token.kid,
    checked_at: timestampOf(now),
  };
  const bytes = await sealEnvelope(COUNTERSIGNATURE_PAYLOAD_TYPE, countersignatureBytes(said), signer);
  const placed = await putSurely(task, countersignatureKey(stream, record, signer.keyId), bytes);
  if (placed.kind === 'ours') return null;
  const other = readSealed(placed.bytes); // another sealer's with the same key, a moment ago, is as good
  return other !== null && verifyEnvelope(other, [publicKey]).length > 0 ? null : 'token/countersignature';
}
