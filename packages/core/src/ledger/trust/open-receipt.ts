import type { Envelope } from '../../canonical/envelope.ts';
import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { PublicKey } from '../../canonical/public-key.ts';
import { verifyEnvelope } from '../../canonical/verify-envelope.ts';
import { Failure } from '../../outcomes/failure.ts';
import {
  parsePlatformReceipt,
  PLATFORM_RECEIPT_PAYLOAD_TYPE,
  runKeyOf,
  type PlatformReceipt,
} from '../../platform/platform-receipt.ts';
import { readSealed } from '../stored/sealed-form.ts';

/** A receipt of the platform, out of its envelope. */
export interface OpenedReceipt {
  readonly receipt: PlatformReceipt;
  readonly envelope: Envelope;
  /** The key of one run that signed it; null: a lasting one. */
  readonly runKey: PublicKey | null;
  /** Of the stored bytes. */
  readonly digest: Sha256;
}

/**
 * Null: it is no receipt that its own key signed. The signature of a run's key is checked here; whether a lasting key counts is for the
 * trust file to say.
 */
export function openReceipt(bytes: Uint8Array, at: string): OpenedReceipt | null {
  const envelope = readSealed(bytes);
  if (envelope?.payloadType !== PLATFORM_RECEIPT_PAYLOAD_TYPE) return null;
  try {
    const receipt = parsePlatformReceipt(envelope.payload, at);
    if (receipt === null || envelope.signatures.length !== 1 || envelope.signatures[0]?.keyId !== receipt.key_id) return null;
    const runKey = runKeyOf(receipt, at);
    const opened = { receipt, envelope, runKey, digest: sha256(bytes) };
    if (runKey === null) return opened;
    return runKey.keyId === receipt.key_id && verifyEnvelope(envelope, [runKey]).length > 0 ? opened : null;
  } catch (thrown) {
    if (thrown instanceof Failure) return null;
    throw thrown;
  }
}
