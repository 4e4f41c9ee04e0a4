import { Failure, TamperedError } from '../../outcomes/failure.ts';
import { isInLife } from '../../platform/check-identity-token.ts';
import { COUNTERSIGNATURE_PAYLOAD_TYPE, parseCountersignature, type Countersignature } from '../../platform/countersignature.ts';
import type { IssuerKey } from '../../platform/issuer-key.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Keyring } from './keyring.ts';
import { countersignatureKey } from '../layout.ts';
import type { OpenedReceipt } from './open-receipt.ts';
import { readSealed } from '../stored/sealed-form.ts';
import { repositoryOf, type StreamId } from '../stream-id.ts';
import type { TrustFile } from './trust-file.ts';

/** `wrong`: something lies where a sealer of the trust file would have put its own, and it is not that. */
export type CountersignatureStanding = 'right' | 'absent' | 'wrong' | 'unreadable';

/** What a sealer says about the platform: which keys its issuer had, and which tokens it saw verify under them. */
export class SealersWord {
  readonly #trust: TrustFile;
  readonly #keys: Keyring;
  readonly #ledger: ObjectStore;
  #issuerKeys: Promise<readonly IssuerKey[]> | null = null;

  /** `keys`: those of the trust file. */
  constructor(trust: TrustFile, keys: Keyring, ledger: ObjectStore) {
    this.#trust = trust;
    this.#keys = keys;
    this.#ledger = ledger;
  }

  /** Read once, when a token comes whose key the trust file does not have. UnavailableError. */
  issuerKeys(): Promise<readonly IssuerKey[]> {
    return (this.#issuerKeys ??= this.#readIssuerKeys());
  }

  /** Whether a sealer vouches for the token behind a receipt. `at`: the time in the record's key, UTC milliseconds. */
  async countersigned(stream: StreamId, opened: OpenedReceipt, at: number): Promise<CountersignatureStanding> {
    const { issuers = [], keys = [] } = this.#trust.sealer ?? {};
    const { claims } = opened.receipt;
    let standing: CountersignatureStanding = 'absent';
    for (const by of keys) {
      const one = await this.#read(stream, opened, by);
      if (one === 'right') {
        // What a token would have to say of the record: the sealer has not seen the time in the record's key.
        const fits = issuers.includes(claims.iss) && claims.repository_id === repositoryOf(stream) && isInLife(claims, at);
        return fits ? 'right' : 'wrong';
      }
      if (one !== 'absent') standing = one;
    }
    return standing;
  }

  async #read(stream: StreamId, opened: OpenedReceipt, by: KeyId): Promise<CountersignatureStanding> {
    const key = countersignatureKey(stream, opened.receipt.record, by);
    const answer = await this.#ledger.read(key);
    if (answer.kind === 'unreadable') return 'unreadable';
    if (answer.kind !== 'found') return 'absent';
    const envelope = readSealed(answer.bytes);
    if (envelope?.payloadType !== COUNTERSIGNATURE_PAYLOAD_TYPE) return 'wrong';
    const said = parsed(envelope.payload, key);
    if (said === null || !isAbout(said, stream, opened)) return 'wrong';
    return this.#keys.signers(envelope, Date.parse(said.checked_at)).includes(by) ? 'right' : 'wrong';
  }

  async #readIssuerKeys(): Promise<readonly IssuerKey[]> {
    if (this.#trust.sealer === undefined) return [];
    const { sealedIssuerKeys } = await import('./sealed-issuer-keys.ts'); // few trust files name a sealer
    try {
      return await sealedIssuerKeys(this.#ledger, this.#trust, this.#trust.sealer);
    } catch (thrown) {
      if (thrown instanceof TamperedError) return []; // what is wrong with the seals is found where they are followed
      throw thrown;
    }
  }
}

function parsed(payload: Uint8Array, at: string): Countersignature | null {
  try {
    return parseCountersignature(payload, at);
  } catch (thrown) {
    if (thrown instanceof Failure) return null;
    throw thrown;
  }
}

function isAbout(said: Countersignature, stream: StreamId, { receipt, digest }: OpenedReceipt): boolean {
  return (
    said.stream === stream &&
    said.record === receipt.record &&
    said.receipt === digest &&
    said.token === receipt.token.sha256 &&
    said.issuer === receipt.claims.iss
  );
}
