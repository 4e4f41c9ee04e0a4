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

export interface CheckedReceipt extends OpenedReceipt {
  readonly token: IdentityToken;
}

export interface ReceiptSources {
  readonly store: ObjectStore;
  readonly attachments: ObjectStore;
  /** As the issuers publish them now. */
  readonly keys: readonly IssuerKey[];
}

/** Reasons that say nothing about a receipt: another moment may show it. */
export const UNREAD: readonly string[] = ['platform/unreadable', 'token/unreadable'];

/**
 * The receipt for a record, if its token verifies under one of the keys and it is what follows from that token; else the code of the
 * reason. Null: there is none. Whether the record is there, and of the same time, is for whoever verifies it.
 */
export async function checkReceipt(
  stream: StreamId,
  record: Sha256,
  { store, attachments, keys }: ReceiptSources,
): Promise<CheckedReceipt | string | null> {
  const at = platformKey(stream, record);
  const answer = await store.read(at);
  if (answer.kind === 'absent') return null;
  if (answer.kind === 'unreadable') return 'platform/unreadable';
  const opened = answer.kind === 'found' ? openReceipt(answer.bytes, at) : null;
  if (opened?.receipt.record !== record || opened.receipt.stream !== stream) return 'platform/receipt';
  const { receipt } = opened;
  const bytes = await readToken(attachments, stream, receipt);
  if (typeof bytes === 'string') return bytes;
  try {
    const about = { record, keyId: receipt.key_id, repositoryId: repositoryOf(stream), at: null };
    const claims = checkIdentityToken(bytes, about, keys);
    if (!saysWhatTokenSays(receipt, bytes, claims, at)) return 'platform/receipt';
    return { ...opened, token: parseIdentityToken(bytes) };
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.code;
    throw thrown;
  }
}
