import { Failure } from '../outcomes/failure.ts';
import type { OpenedReceipt } from '../ledger/open-receipt.ts';
import { platformKey } from '../ledger/layout.ts';
import { readToken } from '../ledger/read-token.ts';
import { repositoryOf, type StreamId } from '../ledger/stream-id.ts';
import { checkIdentityToken } from '../platform/check-identity-token.ts';
import type { IssuerKey } from '../platform/issuer-key.ts';
import { parseIdentityToken, type IdentityToken } from '../platform/parse-identity-token.ts';
import { saysWhatTokenSays } from '../platform/platform-receipt.ts';
import type { ObjectStore } from '../ports/object-store.ts';

/** The token behind a receipt, if it verifies under one of the keys and the receipt is what follows from it; else the code of the reason. */
export async function checkReceipt(
  stream: StreamId,
  { receipt }: OpenedReceipt,
  { attachments, keys }: { readonly attachments: ObjectStore; readonly keys: readonly IssuerKey[] },
): Promise<IdentityToken | string> {
  const bytes = await readToken(attachments, stream, receipt);
  if (typeof bytes === 'string') return bytes;
  try {
    const about = { record: receipt.record, keyId: receipt.key_id, repositoryId: repositoryOf(stream), at: null };
    const claims = checkIdentityToken(bytes, about, keys);
    return saysWhatTokenSays(receipt, bytes, claims, platformKey(stream, receipt.record))
      ? parseIdentityToken(bytes)
      : 'platform/receipt';
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.code;
    throw thrown;
  }
}
