import type { Sha256 } from '../canonical/digest.ts';
import { sealEnvelope } from '../canonical/seal-envelope.ts';
import { verifyEnvelope } from '../canonical/verify-envelope.ts';
import { timestampOf } from '../evidence/timestamp-of.ts';
import { checkReceipt, type CheckedReceipt, type ReceiptSources } from '../ledger/trust/check-receipt.ts';
import { inBatches } from '../concurrency/in-batches.ts';
import { countersignatureKey } from '../ledger/layout.ts';
import { putSurely } from '../ledger/append/put-surely.ts';
import { readSealed } from '../ledger/stored/sealed-form.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { COUNTERSIGNATURE_PAYLOAD_TYPE, countersignatureBytes, type Countersignature } from '../platform/countersignature.ts';
import type { Countersigner } from './countersigner.ts';
import type { WaitingReceipts } from './waiting-receipts.ts';

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

export interface CountersignedReceipts extends Countersigned {
  /** Whether nothing is left that the next sealer would have to look at again. */
  readonly isSettled: boolean;
}

type End = { readonly kind: 'countersigned' } | Exclude<CheckedReceipt, { readonly kind: 'right' }>;

/**
 * Vouches for the receipts of these records, as far as there are any and their tokens are there and verify now. Writes nothing else. The
 * order does not matter, and whoever dies in the middle is followed by the next sealer. UnavailableError `ledger/no-answer`; TamperedError
 * `ledger/hidden`; what the signer throws.
 */
export async function countersignReceipts(task: CountersignTask, waiting: WaitingReceipts): Promise<CountersignedReceipts> {
  const refused: RefusedReceipt[] = [];
  let countersigned = 0;
  let isSettled = true;
  for (const [stream, records] of waiting) {
    const ask = (some: readonly Sha256[]) => Promise.all(some.map((record) => countersign(task, stream, record)));
    for await (const batch of inBatches(records, ask, SIDE_BY_SIDE)) {
      for (const [record, end] of batch) {
        switch (end.kind) {
          case 'countersigned':
            countersigned += 1;
            break;
          case 'absent':
            break;
          case 'unread':
            isSettled = false;
            refused.push({ stream, record, why: end.why });
            break;
          case 'refused':
            refused.push({ stream, record, why: end.why });
        }
      }
    }
  }
  return { countersigned, refused, isSettled };
}

async function countersign(task: CountersignTask, stream: StreamId, record: Sha256): Promise<End> {
  const { signer, publicKey, now } = task;
  const checked = await checkReceipt(stream, record, task);
  if (checked.kind !== 'right') return checked;
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
  if (placed.kind === 'ours') return { kind: 'countersigned' };
  const other = readSealed(placed.bytes); // another sealer's with the same key, a moment ago, is as good
  const isGood = other !== null && verifyEnvelope(other, [publicKey]).length > 0;
  return isGood ? { kind: 'countersigned' } : { kind: 'refused', why: 'token/countersignature' };
}
