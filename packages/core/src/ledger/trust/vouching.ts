import type { Envelope } from '../../canonical/envelope.ts';
import type { PlatformStanding } from '../../platform/platform-standing.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { hasStolenKey } from './has-stolen-key.ts';
import { Keyring } from './keyring.ts';
import { digestOfName, timeOfName, type RecordName } from '../layout.ts';
import { PlatformCheck } from './platform-check.ts';
import { SealersWord } from './sealers-word.ts';
import type { Slot } from '../stored/slot.ts';
import type { Soon } from '../../concurrency/soon.ts';
import type { StreamId } from '../stream-id.ts';
import type { TrustedKey, TrustFile } from './trust-file.ts';

export interface VouchedRecord {
  /** Lasting keys of the trust file, or the one key of a run that the platform names; empty: nobody who counts. */
  readonly signers: readonly KeyId[];
  /** Whether the only signer is a key that lived for one run. */
  readonly byRunKey: boolean;
  /** Why `signers` is empty, for people; null where it is not. */
  readonly problem: string | null;
  /** Whether that may be only because the platform's word about the key could not be read. */
  readonly isUndecided: boolean;
  readonly platform: PlatformStanding;
}

/** What is wrong with a signature. */
export interface SignatureProblem {
  /** For people. */
  readonly text: string;
  /** Whether it may be right all the same: what the platform says of its key could not be read. */
  readonly isUndecided: boolean;
}

/** What a record or slot is worth if it was sealed before the keys that signed it were stolen. */
export interface BeforeTheft<Word> {
  /** UTC milliseconds. */
  readonly time: number;
  readonly word: Word;
}

/** What the members of a record have to look like, in the bytes that were signed, for a platform's receipt to be expected. */
const CLAIMS_RECEIPT = Buffer.from('"platform_receipt":"oidc"');

/**
 * Whether a record says that the platform vouches for it. Payloads are canonical JSON, where a quotation mark inside a text is escaped:
 * these bytes can only be the member itself, so that no record needs to be parsed.
 */
function claimsPlatformReceipt({ payload }: Envelope): boolean {
  return Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).includes(CLAIMS_RECEIPT);
}

/** Says of a record or slot whose word stands behind it: keys of the trust file, or, for a key of one run, the platform itself. */
export class Vouching {
  readonly keys: Keyring;
  readonly #platform: PlatformCheck;
  /** The same as if no key had been stolen; null: none is declared to be. */
  readonly beforeTheft: Vouching | null;

  /**
   * `attachments`: where the platform's tokens lie; null: nowhere, so that no receipt can be verified. `sealer`: whose word about tokens
   * counts, where that is not what the trust file makes it.
   */
  constructor(trust: TrustFile, ledger: ObjectStore, attachments: ObjectStore | null, sealer?: SealersWord) {
    const keys = new Keyring(trust);
    const sealersWord = sealer ?? new SealersWord(trust, keys, ledger);
    this.keys = keys;
    this.#platform = new PlatformCheck({ keys, trust, sealer: sealersWord, ledger, attachments });
    const whole = withoutThefts(trust);
    // A sealer's key that was stolen stays stolen: no seal shows how old a countersignature is.
    this.beforeTheft = whole === null ? null : new Vouching(whole, ledger, attachments, sealersWord);
  }

  /** For a record that nobody vouches for; null: that is so at any time. */
  async recordBeforeTheft(stream: StreamId, name: RecordName, envelope: Envelope): Promise<BeforeTheft<VouchedRecord> | null> {
    const word = (await this.beforeTheft?.forRecord(stream, name, envelope)) ?? null;
    const time = word === null || word.problem !== null ? null : this.keys.compromisedFrom(word.signers);
    return word === null || time === null ? null : { time, word };
  }

  /** Until when a slot that nobody vouches for must have been sealed to count; null: no seal helps it. */
  slotBeforeTheft({ entries }: Pick<Slot, 'entries'>, envelope: Envelope): number | null {
    return this.keys.compromisedFrom(this.beforeTheft?.keys.signers(envelope, timeOfSlot(entries)) ?? []);
  }

  forRecord(stream: StreamId, name: RecordName, envelope: Envelope): Soon<VouchedRecord> {
    const at = timeOfName(name);
    const signers = this.keys.signers(envelope, at);
    return claimsPlatformReceipt(envelope)
      ? this.#withPlatform(stream, name, envelope, signers)
      : {
          signers,
          byRunKey: false,
          problem: this.#problem(signers, envelope, at),
          isUndecided: false,
          platform: { kind: 'none' },
        };
  }

  async #withPlatform(stream: StreamId, name: RecordName, envelope: Envelope, signers: readonly KeyId[]): Promise<VouchedRecord> {
    const at = timeOfName(name);
    const { standing, runKey, isUndecided } = await this.#platform.check(stream, digestOfName(name), envelope, at, signers);
    const byRunKey = runKey !== null;
    if (signers.length > 0 || byRunKey)
      return { signers: byRunKey ? [runKey] : signers, byRunKey, problem: null, isUndecided: false, platform: standing };
    const why = 'why' in standing ? ` (${standing.why})` : '';
    const problem = `${this.keys.problem(envelope, at)}; platform: unverified${why}`;
    return { signers, byRunKey, problem, isUndecided, platform: standing };
  }

  /**
   * What is wrong with the signature of a slot; null: nothing. A key of one run may sign a slot that holds a record of that very run:
   * whoever wins a slot always puts a record of its own into it.
   */
  slotProblem(stream: StreamId, { entries }: Pick<Slot, 'entries'>, envelope: Envelope): Soon<SignatureProblem | null> {
    const at = timeOfSlot(entries);
    const text = this.#problem(this.keys.signers(envelope, at), envelope, at);
    if (text === null) return null;
    return this.#platform.admitsRunKeys ? this.#runKeyProblem(stream, entries, envelope, text) : { text, isUndecided: false };
  }

  async #runKeyProblem(
    stream: StreamId,
    entries: Slot['entries'],
    envelope: Envelope,
    problem: string,
  ): Promise<SignatureProblem | null> {
    let isUndecided = false;
    for (const name of entries) {
      const checked = await this.#platform.check(stream, digestOfName(name), envelope, timeOfName(name), []);
      if (checked.runKey !== null) return null;
      isUndecided ||= checked.isUndecided;
    }
    return { text: `${problem}, and the platform vouches for no record in it by that key`, isUndecided };
  }

  #problem(signers: readonly KeyId[], envelope: Envelope, at: number): string | null {
    return signers.length > 0 ? null : this.keys.problem(envelope, at);
  }
}

function timeOfSlot(entries: Slot['entries']): number {
  const newest = entries.at(-1);
  return newest === undefined ? 0 : timeOfName(newest);
}

function withoutThefts(trust: TrustFile): TrustFile | null {
  if (!hasStolenKey(trust)) return null;
  const whole = ({ key_id, pem, valid_from, valid_to }: TrustedKey): TrustedKey => ({ key_id, pem, valid_from, valid_to });
  return { ...trust, record_keys: trust.record_keys.map(whole) };
}

/** Without a trust file no signature is looked at, and no receipt proves anything. */
export function standingWithoutTrust(envelope: Envelope): PlatformStanding {
  return claimsPlatformReceipt(envelope) ? { kind: 'unverified', why: 'token/no-trust' } : { kind: 'none' };
}
