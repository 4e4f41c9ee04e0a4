import { sha256 } from '../../canonical/digest.ts';
import type { PublicKey } from '../../canonical/public-key.ts';
import { sealEnvelope } from '../../canonical/seal-envelope.ts';
import { TamperedError } from '../../outcomes/failure.ts';
import { platformAudience } from '../../platform/audience.ts';
import { requireAbout } from '../../platform/check-identity-token.ts';
import { parseIdentityToken } from '../../platform/parse-identity-token.ts';
import { PLATFORM_RECEIPT_PAYLOAD_TYPE, platformReceiptBytes, platformReceiptFor } from '../../platform/platform-receipt.ts';
import type { IdentityTokens } from '../../ports/identity-tokens.ts';
import type { ObjectKey, ObjectStore } from '../../ports/object-store.ts';
import { attachmentKey, platformKey } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import { putSurely } from './put-surely.ts';
import { repositoryOf, type StreamId } from '../stream-id.ts';

/** What a job has whose platform vouches for what it writes. */
export interface PlatformWitness {
  readonly tokens: IdentityTokens;
  /** Keeps the tokens, which carry names: without a lock, so that they can be erased. */
  readonly attachments: ObjectStore;
  /** The public half of the ledger's signer where that lives for this run alone; null: a lasting key, which trust files name. */
  readonly runKey: PublicKey | null;
}

/**
 * Has the platform vouch for a record before that is stored: whoever dies in between leaves a receipt without a record, never a record
 * that says it has a receipt and has none. ConfigurationError `token/...`; UnavailableError; TamperedError `ledger/receipt-altered`.
 */
export async function putPlatformReceipt(
  ledger: Ledger,
  stream: StreamId,
  envelope: Uint8Array,
  { tokens, attachments, runKey }: PlatformWitness,
): Promise<void> {
  const record = sha256(envelope);
  const { keyId } = ledger.signer;
  const token = await tokens.tokenFor(platformAudience(record, keyId));
  const about = { record, keyId, repositoryId: repositoryOf(stream), at: ledger.clock.now() };
  const claims = requireAbout(parseIdentityToken(token), about);
  const receipt = platformReceiptBytes(platformReceiptFor({ stream, record, keyId, runKey, token, claims }));
  const sealed = await sealEnvelope(PLATFORM_RECEIPT_PAYLOAD_TYPE, receipt, ledger.signer);
  await putOwn({ ...ledger, store: attachments }, attachmentKey(stream, sha256(token)), token);
  await putOwn(ledger, platformKey(stream, record), sealed);
}

async function putOwn(ledger: Ledger, key: ObjectKey, bytes: Uint8Array): Promise<void> {
  const placed = await putSurely(ledger, key, bytes);
  if (placed.kind === 'ours') return;
  throw new TamperedError('ledger/receipt-altered', {
    expected: 'a free name for the receipt of a record that nobody else could know yet',
    found: `other bytes, ${sha256(placed.bytes)}`,
    at: key,
    doThis: 'Find out who else may write receipts of this stream. The record was not stored.',
  });
}
