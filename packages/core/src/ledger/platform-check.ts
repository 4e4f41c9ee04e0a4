import type { Envelope } from '../canonical/envelope.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { PublicKey } from '../canonical/public-key.ts';
import { verifyEnvelope } from '../canonical/verify-envelope.ts';
import { Failure } from '../outcomes/failure.ts';
import { checkIdentityToken } from '../platform/check-identity-token.ts';
import {
  parsePlatformReceipt,
  PLATFORM_RECEIPT_PAYLOAD_TYPE,
  platformReceiptBytes,
  platformReceiptFor,
  runKeyOf,
  type PlatformReceipt,
} from '../platform/platform-receipt.ts';
import type { PlatformStanding } from '../platform/platform-standing.ts';
import { admits } from '../platform/run-key-rule.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { attachmentKey, platformKey } from './layout.ts';
import { readSealed } from './sealed-form.ts';
import { repositoryOf, type StreamId } from './stream-id.ts';
import type { Keyring } from './keyring.ts';
import type { TrustFile } from './trust-file.ts';

export interface CheckedPlatform {
  readonly standing: PlatformStanding;
  /** The key of one run that signed the envelope and may: named by the platform together with the record. Null: there is none. */
  readonly runKey: KeyId | null;
}

interface OpenedReceipt {
  readonly receipt: PlatformReceipt;
  readonly envelope: Envelope;
  readonly runKey: PublicKey | null;
  readonly digest: Sha256;
}

/** Holds the receipt for a record, the token behind it and the trust file together. */
export class PlatformCheck {
  readonly #keys: Keyring;
  readonly #trust: Pick<TrustFile, 'issuer_keys' | 'run_keys'>;
  readonly #ledger: ObjectStore;
  readonly #attachments: ObjectStore | null;

  constructor(
    keys: Keyring,
    trust: Pick<TrustFile, 'issuer_keys' | 'run_keys'>,
    ledger: ObjectStore,
    attachments: ObjectStore | null,
  ) {
    this.#keys = keys;
    this.#trust = trust;
    this.#ledger = ledger;
    this.#attachments = attachments;
  }

  get admitsRunKeys(): boolean {
    return this.#trust.run_keys.length > 0;
  }

  /**
   * `envelope`: the record, or a slot that holds it. `lasting`: the trusted keys that signed it; a receipt has to name one of them, or
   * bring along the key of its run.
   */
  async check(
    stream: StreamId,
    record: Sha256,
    envelope: Envelope,
    at: number,
    lasting: readonly KeyId[],
  ): Promise<CheckedPlatform> {
    const opened = await this.#open(stream, record);
    if ('kind' in opened) return { standing: opened, runKey: null };
    const { runKey, digest } = opened;
    const signed = runKey === null ? this.#isLasting(opened, at, lasting) : verifyEnvelope(envelope, [runKey]).length > 0;
    if (!signed)
      return { standing: { kind: 'wrong', digest, problem: 'the key that signed the record did not sign it' }, runKey: null };
    const standing = await this.#standing(stream, opened, at);
    const admitted = standing.kind === 'verified' && this.#trust.run_keys.some((rule) => admits(rule, standing.claims));
    return { standing, runKey: runKey !== null && admitted ? runKey.keyId : null };
  }

  #isLasting({ receipt, envelope }: OpenedReceipt, at: number, lasting: readonly KeyId[]): boolean {
    return lasting.includes(receipt.key_id) && this.#keys.signers(envelope, at).includes(receipt.key_id);
  }

  async #open(stream: StreamId, record: Sha256): Promise<OpenedReceipt | PlatformStanding> {
    const key = platformKey(stream, record);
    const answer = await this.#ledger.read(key);
    if (answer.kind === 'unreadable') return { kind: 'unreadable', why: answer.cause };
    if (answer.kind !== 'found') return { kind: 'absent' };
    const digest = sha256(answer.bytes);
    const opened = openReceipt(answer.bytes, key);
    if (opened === null) return { kind: 'wrong', digest, problem: 'it is no receipt that its own key signed' };
    const about = opened.receipt.record === record && opened.receipt.stream === stream;
    return about ? { ...opened, digest } : { kind: 'wrong', digest, problem: 'it is about another record' };
  }

  async #standing(stream: StreamId, { receipt, runKey, digest }: OpenedReceipt, at: number): Promise<PlatformStanding> {
    const { record, key_id: keyId } = receipt;
    const token = await this.#token(stream, receipt);
    if ('kind' in token) return token;
    try {
      const about = { record, keyId, repositoryId: repositoryOf(stream), at };
      const claims = checkIdentityToken(token, about, this.#trust.issuer_keys);
      const derived = platformReceiptBytes(platformReceiptFor({ stream, record, keyId, runKey, token, claims }));
      if (Buffer.from(derived).equals(platformReceiptBytes(receipt))) return { kind: 'verified', claims };
      return { kind: 'wrong', digest, problem: 'it says other than its token' };
    } catch (thrown) {
      if (thrown instanceof Failure) return { kind: 'unverified', why: thrown.code };
      throw thrown;
    }
  }

  /** A token carries names, so that it may be erased: its absence is told, and no tampering. */
  async #token(stream: StreamId, { token }: PlatformReceipt): Promise<Uint8Array | PlatformStanding> {
    if (this.#attachments === null) return { kind: 'unverified', why: 'token/no-attachments' };
    const answer = await this.#attachments.read(attachmentKey(stream, token.sha256));
    if (answer.kind === 'unreadable') return { kind: 'unverified', why: 'token/unreadable' };
    if (answer.kind !== 'found') return { kind: 'unverified', why: 'token/erased' };
    return sha256(answer.bytes) === token.sha256 ? answer.bytes : { kind: 'unverified', why: 'token/altered' };
  }
}

/** A receipt in its envelope. The signature of a run's key is checked here; whether a lasting key counts is for the trust file to say. */
function openReceipt(bytes: Uint8Array, at: string): Omit<OpenedReceipt, 'digest'> | null {
  const envelope = readSealed(bytes);
  if (envelope?.payloadType !== PLATFORM_RECEIPT_PAYLOAD_TYPE) return null;
  try {
    const receipt = parsePlatformReceipt(envelope.payload, at);
    if (receipt === null || envelope.signatures.length !== 1 || envelope.signatures[0]?.keyId !== receipt.key_id) return null;
    const runKey = runKeyOf(receipt, at);
    if (runKey === null) return { receipt, envelope, runKey };
    return runKey.keyId === receipt.key_id && verifyEnvelope(envelope, [runKey]).length > 0
      ? { receipt, envelope, runKey }
      : null;
  } catch (thrown) {
    if (thrown instanceof Failure) return null;
    throw thrown;
  }
}
