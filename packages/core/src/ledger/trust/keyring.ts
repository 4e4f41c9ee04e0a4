import type { Envelope } from '../../canonical/envelope.ts';
import { publicKeyFromPem, type PublicKey } from '../../canonical/public-key.ts';
import { verifyEnvelope } from '../../canonical/verify-envelope.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { TrustFile } from './trust-file.ts';

interface Dated {
  readonly key: PublicKey;
  /** UTC milliseconds; from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
  /** As the trust file says it; null: nobody but its holder has it. */
  readonly compromisedFrom: string | null;
}

/** The keys of a trust file, each with the time in which it counts. */
export class Keyring {
  readonly #keys: ReadonlyMap<string, Dated>;
  readonly #acknowledging: ReadonlySet<string>;

  constructor({ record_keys: keys, acknowledge }: Pick<TrustFile, 'record_keys' | 'acknowledge'>) {
    const dated = keys.map(({ pem, valid_from: from, valid_to: to, compromised_from: compromisedFrom = null }) => ({
      key: publicKeyFromPem(pem, 'trust file'),
      from: Date.parse(from),
      to: to === null ? Infinity : Date.parse(to),
      compromisedFrom,
    }));
    this.#keys = new Map(dated.map((one) => [one.key.keyId, one]));
    this.#acknowledging = new Set(acknowledge);
  }

  /** The trusted keys, valid at `at` (UTC milliseconds), whose signatures are right. */
  signers(envelope: Envelope, at: number): readonly KeyId[] {
    const named = envelope.signatures.flatMap(({ keyId }) => this.#keys.get(keyId) ?? []);
    const valid = named.filter((key) => counts(key, at));
    return verifyEnvelope(
      envelope,
      valid.map(({ key }) => key),
    );
  }

  /** Why `signers` was empty, for people. */
  problem(envelope: Envelope, at: number): string {
    const named = envelope.signatures.flatMap(({ keyId }) => this.#keys.get(keyId) ?? []);
    if (named.length === 0) return `signed by ${envelope.signatures[0]?.keyId ?? 'nobody'}, which the trust file does not name`;
    const stolen = named.find(({ compromisedFrom }) => compromisedFrom !== null);
    if (stolen !== undefined)
      return `signed by a key declared compromised from ${stolen.compromisedFrom}, and no seal with a time of somebody else shows it to be older`;
    if (!named.some((key) => counts(key, at))) return 'signed by a key that was not valid at that time';
    return 'the signature is wrong';
  }

  /** From when on all of these keys are declared compromised, in UTC milliseconds; null: one of them is not. */
  compromisedFrom(signers: readonly KeyId[]): number | null {
    const times = signers.map((signer) => Date.parse(this.#keys.get(signer)?.compromisedFrom ?? ''));
    return times.length === 0 || times.some(Number.isNaN) ? null : Math.max(...times);
  }

  /** Whether what the key signs at `at` counts by its own word. */
  isValid(key: KeyId, at: number): boolean {
    const dated = this.#keys.get(key);
    return dated !== undefined && counts(dated, at);
  }

  mayAcknowledge(signers: readonly KeyId[]): boolean {
    return signers.some((signer) => this.#acknowledging.has(signer));
  }
}

// By its own word nothing that a stolen key signed is older than the theft. What a seal shows to be older is looked at by Vouching.
const counts = ({ from, to, compromisedFrom }: Dated, at: number): boolean => compromisedFrom === null && from <= at && at < to;
