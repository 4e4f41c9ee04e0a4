import type { Envelope } from '../../canonical/envelope.ts';
import { sha256, type Sha256 } from '../../canonical/digest.ts';
import { verifyEnvelope } from '../../canonical/verify-envelope.ts';
import { Failure, UnavailableError } from '../../outcomes/failure.ts';
import { checkIdentityToken, type WitnessedRecord } from '../../platform/check-identity-token.ts';
import type { PlatformClaims } from '../../platform/platform-claims.ts';
import { saysWhatTokenSays } from '../../platform/platform-receipt.ts';
import type { PlatformStanding } from '../../platform/platform-standing.ts';
import { admits } from '../../platform/run-key-rule.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { platformKey } from '../layout.ts';
import { openReceipt, type OpenedReceipt } from './open-receipt.ts';
import { readToken } from './read-token.ts';
import type { SealersWord } from './sealers-word.ts';
import { repositoryOf, type StreamId } from '../stream-id.ts';
import type { Keyring } from './keyring.ts';
import type { TrustFile } from './trust-file.ts';

export interface CheckedPlatform {
  readonly standing: PlatformStanding;
  /** The key of one run that signed the envelope and may: named by the platform together with the record. Null: there is none. */
  readonly runKey: KeyId | null;
  /** Whether there may be one all the same: what would say so could not be read. */
  readonly isUndecided: boolean;
}

export interface PlatformSources {
  readonly keys: Keyring;
  readonly trust: Pick<TrustFile, 'issuer_keys' | 'run_keys'>;
  readonly sealer: SealersWord;
  readonly ledger: ObjectStore;
  /** Where the tokens lie; null: nowhere, so that none can be verified. */
  readonly attachments: ObjectStore | null;
}

/** Holds the receipt for a record, the token behind it and the trust file together. */
export class PlatformCheck {
  readonly #from: PlatformSources;

  constructor(from: PlatformSources) {
    this.#from = from;
  }

  get admitsRunKeys(): boolean {
    return this.#from.trust.run_keys.length > 0;
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
    if ('kind' in opened)
      return { standing: opened, runKey: null, isUndecided: opened.kind === 'unreadable' && this.admitsRunKeys };
    const { receipt, runKey, digest } = opened;
    const signed = runKey === null ? this.#isLasting(opened, at, lasting) : verifyEnvelope(envelope, [runKey]).length > 0;
    if (!signed) {
      const problem = 'the key that signed the record did not sign it';
      return { standing: { kind: 'wrong', digest, problem }, runKey: null, isUndecided: false };
    }
    const standing = await this.#standing(stream, opened, at);
    const isProven = standing.kind === 'verified' || standing.kind === 'countersigned';
    const admitted = this.#from.trust.run_keys.some((rule) => admits(rule, receipt.claims)) ? runKey : null;
    return {
      standing,
      runKey: isProven && admitted !== null ? admitted.keyId : null,
      isUndecided: standing.kind === 'unreadable' && admitted !== null,
    };
  }

  #isLasting({ receipt, envelope }: OpenedReceipt, at: number, lasting: readonly KeyId[]): boolean {
    return lasting.includes(receipt.key_id) && this.#from.keys.signers(envelope, at).includes(receipt.key_id);
  }

  async #open(stream: StreamId, record: Sha256): Promise<OpenedReceipt | PlatformStanding> {
    const key = platformKey(stream, record);
    const answer = await this.#from.ledger.read(key);
    if (answer.kind === 'unreadable') return { kind: 'unreadable', why: answer.cause };
    if (answer.kind !== 'found') return { kind: 'absent' };
    const opened = openReceipt(answer.bytes, key);
    const wrong = (problem: string): PlatformStanding => ({ kind: 'wrong', digest: sha256(answer.bytes), problem });
    if (opened === null) return wrong('it is no receipt that its own key signed');
    const about = opened.receipt.record === record && opened.receipt.stream === stream;
    return about ? opened : wrong('it is about another record');
  }

  async #standing(stream: StreamId, opened: OpenedReceipt, at: number): Promise<PlatformStanding> {
    const { receipt, digest } = opened;
    const read = await readToken(this.#from.attachments, stream, receipt);
    if (read.kind === 'none')
      return read.why === 'token/erased' ? this.#erased(stream, opened, at) : { kind: 'unverified', why: read.why };
    const { token } = read;
    try {
      const about = { record: receipt.record, keyId: receipt.key_id, repositoryId: repositoryOf(stream), at };
      const claims = await this.#claims(token, about);
      if (saysWhatTokenSays(receipt, token, claims, platformKey(stream, receipt.record))) return { kind: 'verified', claims };
      return { kind: 'wrong', digest, problem: 'it says other than its token' };
    } catch (thrown) {
      if (thrown instanceof UnavailableError) return { kind: 'unreadable', why: thrown.code };
      if (thrown instanceof Failure) return { kind: 'unverified', why: thrown.code };
      throw thrown;
    }
  }

  /** Under the trust file's own keys of issuers; where they do not know the token's, under those that a sealer fetched and sealed. */
  async #claims(token: Uint8Array, about: WitnessedRecord): Promise<PlatformClaims> {
    try {
      return checkIdentityToken(token, about, this.#from.trust.issuer_keys);
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.code !== 'token/unknown-key') throw thrown;
      return checkIdentityToken(token, about, await this.#from.sealer.issuerKeys());
    }
  }

  async #erased(stream: StreamId, opened: OpenedReceipt, at: number): Promise<PlatformStanding> {
    switch (await this.#from.sealer.countersigned(stream, opened, at)) {
      case 'right':
        return { kind: 'countersigned', claims: opened.receipt.claims };
      case 'absent':
        return { kind: 'unverified', why: 'token/erased' };
      case 'wrong':
        return { kind: 'unverified', why: 'token/countersignature' };
      case 'unreadable':
        return { kind: 'unreadable', why: 'its countersignature could not be read' };
    }
  }
}
