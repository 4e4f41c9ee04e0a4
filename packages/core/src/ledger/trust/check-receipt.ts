import type { Sha256 } from '../../canonical/digest.ts';
import { Failure } from '../../outcomes/failure.ts';
import { checkIdentityToken } from '../../platform/check-identity-token.ts';
import type { IssuerKey } from '../../platform/issuer-key.ts';
import { parseIdentityToken, type IdentityToken } from '../../platform/parse-identity-token.ts';
import { saysWhatTokenSays } from '../../platform/platform-receipt.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { platformKey } from '../layout.ts';
import { openReceipt, type OpenedReceipt } from './open-receipt.ts';
import { readToken } from './read-token.ts';
import { repositoryOf, type StreamId } from '../stream-id.ts';

/** What became of a receipt whose token was to be verified. */
export type CheckedReceipt =
  | (OpenedReceipt & { readonly kind: 'right'; readonly token: IdentityToken })
  | { readonly kind: 'absent' }
  /** `why`: a code. Nothing is said about the receipt: another moment may show it. */
  | { readonly kind: 'unread'; readonly why: 'platform/unreadable' | 'token/unreadable' }
  /** `why`: the code of the reason. */
  | { readonly kind: 'refused'; readonly why: string };

export interface ReceiptSources {
  readonly store: ObjectStore;
  readonly attachments: ObjectStore;
  /** As the issuers publish them now. */
  readonly keys: readonly IssuerKey[];
}

/**
 * Whether the token of the receipt for a record verifies under one of the keys, and the receipt is what follows from it. Whether the record
 * is there, and of the same time, is for whoever verifies it.
 */
export async function checkReceipt(
  stream: StreamId,
  record: Sha256,
  { store, attachments, keys }: ReceiptSources,
): Promise<CheckedReceipt> {
  const at = platformKey(stream, record);
  const answer = await store.read(at);
  if (answer.kind === 'absent') return { kind: 'absent' };
  if (answer.kind === 'unreadable') return { kind: 'unread', why: 'platform/unreadable' };
  const opened = answer.kind === 'found' ? openReceipt(answer.bytes, at) : null;
  if (opened?.receipt.record !== record || opened.receipt.stream !== stream) return NO_RECEIPT_OF_IT;
  const { receipt } = opened;
  const read = await readToken(attachments, stream, receipt);
  if (read.kind === 'none')
    return read.why === 'token/unreadable' ? { kind: 'unread', why: read.why } : { kind: 'refused', why: read.why };
  try {
    const about = { record, keyId: receipt.key_id, repositoryId: repositoryOf(stream), at: null };
    const claims = checkIdentityToken(read.token, about, keys);
    if (!saysWhatTokenSays(receipt, read.token, claims, at)) return NO_RECEIPT_OF_IT;
    return { kind: 'right', ...opened, token: parseIdentityToken(read.token) };
  } catch (thrown) {
    if (thrown instanceof Failure) return { kind: 'refused', why: thrown.code };
    throw thrown;
  }
}

const NO_RECEIPT_OF_IT = { kind: 'refused', why: 'platform/receipt' } as const;
