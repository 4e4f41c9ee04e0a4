import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { PublicKey } from '../../canonical/public-key.ts';
import { verifyEnvelope } from '../../canonical/verify-envelope.ts';
import { slotIn } from '../../ledger/append/head.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import { FIRST_SLOT, parseKey, slotKey, slotsPrefix } from '../../ledger/layout.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readSealed } from '../../ledger/stored/sealed-form.ts';
import { EarliestVersions } from '../../ledger/stored/earliest-versions.ts';
import type { Slot } from '../../ledger/stored/slot.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { ObjectMetadata, VersionId } from '../../ports/object-store.ts';
import type { Notice } from '../../ledger/seals/notice.ts';
import { readForGood } from '../../ledger/seals/read-for-good.ts';

/** A slot as a seal sees it. */
export interface SealableSlot {
  readonly seq: number;
  /** SHA-256 of its raw bytes. */
  readonly digest: Sha256;
  /** Null: void. It lists nothing, and its digest is the next `prev` all the same. */
  readonly slot: Slot | null;
  /** Whether the key of the log signed it, which then is in a writer's hands; never for a void one. */
  readonly bySealer: boolean;
  readonly version: VersionId | null;
  /** Undefined: the store says nothing about it. */
  readonly metadata: ObjectMetadata | undefined;
}

/** A slot without which it is not known what the ones below it say. */
export interface MissedSlot {
  readonly seq: number;
  readonly why: 'absent' | 'unreadable';
}

/** The slots of a stream by the version of each that counts: the earliest (attack 1). */
export type SlotVersions = ReadonlyMap<number, VersionId | null>;

const CODES = { marker: 'slot/marker', 'second-version': 'slot/second-version' } as const;

interface SlotSource extends Pick<Ledger, 'store' | 'pause'> {
  readonly stream: StreamId;
  /** The first slot that was listed. */
  readonly from: number;
  readonly logKey: PublicKey | null;
}

export class SealableSlots {
  readonly #of: SlotSource;
  readonly #versions: SlotVersions;
  readonly #readings = new Map<number, Promise<SealableSlot | 'absent' | 'unreadable'>>();
  /** What lies on slots, or beside them, that should not. */
  readonly notices: readonly Notice[];

  private constructor(of: SlotSource, versions: SlotVersions, notices: readonly Notice[]) {
    this.#of = of;
    this.#versions = versions;
    this.notices = notices;
  }

  /** Lists the slots from number `from` on. `logKey`: of whom no slot may be signed; null: nobody asks. */
  static async listed(
    { store, pause }: Pick<Ledger, 'store' | 'pause'>,
    stream: StreamId,
    from: number,
    logKey: PublicKey | null = null,
  ): Promise<SealableSlots> {
    const found = new EarliestVersions<number>();
    const after = from <= FIRST_SLOT ? {} : { after: slotKey(stream, from - 1) };
    for await (const object of store.listVersions(slotsPrefix(stream), after)) {
      const parsed = parseKey(object.key);
      if (parsed?.kind === 'slot') found.enter(parsed.seq, object);
    }
    const notices = found.irregular.map(({ code, key }): Notice => ({ code: CODES[code], key, stream }));
    const source = { store, stream, from, logKey, ...(pause === undefined ? {} : { pause }) };
    return new SealableSlots(source, found.versions, notices);
  }

  /** How far the slots go from `seq` on without a gap: what lies beyond one was planted (attack 12), or comes with the next seal. */
  endFrom(seq: number): number {
    let end = seq - 1;
    while (this.#versions.has(end + 1)) end += 1;
    return end;
  }

  /** `unreadable` says nothing about the slot. UnavailableError `seal/unreadable`: not this time. */
  read(seq: number): Promise<SealableSlot | 'absent' | 'unreadable'> {
    const reading = this.#readings.get(seq) ?? this.#read(seq);
    this.#readings.set(seq, reading);
    return reading;
  }

  async #read(seq: number): Promise<SealableSlot | 'absent' | 'unreadable'> {
    const { stream, logKey } = this.#of;
    const answer = await readForGood(this.#of, slotKey(stream, seq), await this.#earliest(seq));
    if (answer.kind === 'unreadable') return 'unreadable';
    if (answer.kind !== 'found') return 'absent';
    const { bytes, version, metadata } = answer;
    const envelope = readSealed(bytes);
    const slot = envelope === null ? null : slotIn(envelope, stream, seq);
    // A name under a slot proves nothing, or any writer could stop the sealer with it: so the signature is checked.
    const bySealer = envelope !== null && slot !== null && logKey !== null && verifyEnvelope(envelope, [logKey]).length > 0;
    return { seq, digest: sha256(bytes), slot, bySealer, version, metadata };
  }

  /** Slots below the listing are asked for one by one: on a sealed slot somebody may have put another version since. */
  async #earliest(seq: number): Promise<VersionId | null> {
    const { store, stream, from } = this.#of;
    if (seq >= from) return this.#versions.get(seq) ?? null;
    const key = slotKey(stream, seq);
    let earliest: VersionId | null = null;
    for await (const object of store.listVersions(key))
      if (object.key === key && object.kind === 'data') earliest = object.version;
    return earliest;
  }

  /** Slots from..to, or fewer: it ends before the first that cannot be had. */
  async range(from: number, to: number): Promise<SealableSlot[]> {
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const slots: SealableSlot[] = [];
    for await (const batch of inBatches(numbers, (some) => Promise.all(some.map((seq) => this.read(seq))))) {
      for (const [, slot] of batch) {
        if (typeof slot === 'string') return slots;
        slots.push(slot);
      }
    }
    return slots;
  }

  /** The newest slot up to `seq` that is not void; null: there is none. */
  async lastValid(seq: number): Promise<Slot | MissedSlot | null> {
    for (let at = seq; at >= FIRST_SLOT; at--) {
      const read = await this.read(at);
      if (typeof read === 'string') return { seq: at, why: read };
      if (read.slot !== null) return read.slot;
    }
    return null;
  }
}

/** SHA-256 over the digests of slots, 32 bytes each: it pins every one of them, the predecessor of a void slot too. */
export function digestOfSlots(digests: readonly Sha256[]): Sha256 {
  return sha256(Buffer.from(digests.map((digest) => digest.slice('sha256:'.length)).join(''), 'hex'));
}
