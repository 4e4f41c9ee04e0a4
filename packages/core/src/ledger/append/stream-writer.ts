import { sha256, type Sha256 } from '../../canonical/digest.ts';
import { UnavailableError } from '../../outcomes/failure.ts';
import type { VersionId } from '../../ports/object-store.ts';
import { headAfter, slotFrom, type Head } from './head.ts';
import { digestOfName, slotKey, type RecordName } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import { nextSlot } from './next-slot.ts';
import { findCommitted, type Wanted } from './find-committed.ts';
import { placeInTurn } from './place-in-turn.ts';
import { sequencedReceipt, type PlacedSlot } from './placed-slot.ts';
import { putSurely } from './put-surely.ts';
import { sealSlot } from './seal-slot.ts';
import type { SequencedReceipt } from '../stored/receipt.ts';
import type { StreamId } from '../stream-id.ts';
import { survey, type Survey } from './survey.ts';

interface Waiter {
  readonly resolve: (receipt: SequencedReceipt) => void;
  readonly reject: (cause: unknown) => void;
}

const MOST_LOSSES = 1_000; // one stream turns over some 30 slots a second: half a minute of losing every one is a fault
const LONGEST_JITTER = 20; // milliseconds; a longer sleep only lets newcomers win (ledger.md 4.2)

/**
 * Puts the records of one process into one stream, all that wait at once into one slot, together with those that other writers have
 * stored (ledger.md 4.4). At most one slot is in flight; the next is not begun before its occupant is known.
 */
export class StreamWriter {
  readonly #ledger: Ledger;
  readonly #stream: StreamId;
  /** By digest: the name, and the newest slot known before the record was stored, which therefore cannot hold it. */
  readonly #names = new Map<Sha256, { readonly name: RecordName; readonly since: number }>();
  readonly #waiting = new Map<RecordName, Waiter[]>();
  #head: Head | null = null;
  #ahead: Promise<Survey> | null = null;
  #mustLook = true;
  #losses = 0;
  #running = false;
  #beginning = 0;

  constructor(ledger: Ledger, stream: StreamId) {
    this.#ledger = ledger;
    this.#stream = stream;
  }

  /** The name that this process gave to the same bytes before, if it did: a second attempt is no second record. */
  nameOnce(name: RecordName): RecordName {
    const digest = digestOfName(name);
    const first = this.#names.get(digest) ?? { name, since: this.#head?.seq ?? 0 };
    this.#names.set(digest, first);
    return first.name;
  }

  /** Begins to look at the stream, if that is needed, so that it goes on beside the storing of a record. */
  lookAhead(): Promise<void> | null {
    return this.#running || !this.#needsLook() ? null : this.#look();
  }

  /** Of what was looked at for a record that was then not stored nobody knows how old it will be when the next one comes. */
  forgetLook(): void {
    this.#ahead = null;
  }

  async #look(): Promise<void> {
    const ahead = (this.#ahead ??= survey(this.#ledger.store, this.#stream, this.#head));
    try {
      await ahead;
    } catch (cause) {
      if (this.#ahead === ahead) this.#ahead = null; // the next append looks for itself
      throw cause;
    }
  }

  /**
   * Record and slot in one go, where that can be done: nobody else appends here at this moment, the newest slot is known, and the store
   * takes two objects in turn. Null: not so, or somebody came between. Then a record is stored and waits for its place, as ever.
   */
  async appendAlone(name: RecordName, envelope: Uint8Array): Promise<SequencedReceipt | null> {
    this.#beginning += 1;
    await null; // whoever begins in the same turn is seen: records that come together share a slot
    const head = this.#beginning === 1 && this.#waiting.size === 0 ? this.#headFor(name) : null;
    await null;
    this.#beginning -= 1;
    if (head === null || this.#running) return null;
    this.#running = true;
    try {
      const placed = await placeInTurn(this.#ledger, { name, envelope }, nextSlot(this.#stream, head, [name], []));
      if (placed === null) return null;
      this.#head = headAfter(placed.slot, placed.digest);
      return sequencedReceipt(this.#ledger.store, placed, 0, name);
    } finally {
      this.#running = false;
      if (this.#waiting.size > 0) void this.#run();
    }
  }

  /** The newest slot, if it is known to be that and cannot hold the record. */
  #headFor(name: RecordName): Head | null {
    const head = this.#known()?.head ?? null;
    return head !== null && this.#names.get(digestOfName(name))?.since === head.seq ? head : null;
  }

  /** For a record that is stored already. */
  sequence(name: RecordName): Promise<SequencedReceipt> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), { resolve, reject }]);
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      await null; // whoever stored a record in the same turn joins the same slot
      this.#losses = 0;
      while (this.#waiting.size > 0) await this.#commit();
    } catch (cause) {
      this.#head = null;
      this.#mustLook = true;
      for (const { reject } of [...this.#waiting.values()].flat()) reject(cause);
      this.#waiting.clear();
    } finally {
      this.#running = false;
    }
  }

  async #commit(): Promise<void> {
    const { head, seen } = this.#known() ?? (await this.#view());
    this.#head = head;
    const wanted = this.#wanted(head);
    if (wanted.length > 0) await this.#settleCommitted(head, wanted);
    if (this.#waiting.size === 0) return;
    const slot = nextSlot(this.#stream, head, [...this.#waiting.keys()], seen);
    const bytes = await sealSlot(slot, this.#ledger);
    const placed = await putSurely(this.#ledger, slotKey(this.#stream, slot.seq), bytes);
    if (placed.kind === 'ours') this.#won({ slot, digest: sha256(bytes), version: placed.version });
    else await this.#lost(head, placed.bytes, placed.version);
  }

  #won(placed: PlacedSlot): void {
    this.#head = headAfter(placed.slot, placed.digest);
    this.#settle(placed);
  }

  async #lost(head: Head, bytes: Uint8Array, version: VersionId | null): Promise<void> {
    this.#saw(head, bytes, version);
    this.#mustLook = true;
    this.#losses += 1;
    if (this.#losses > MOST_LOSSES) throw this.#starved();
    if (this.#waiting.size > 0) await this.#ledger.pause?.(this.#jitter());
    if (this.#waiting.size > 0) await this.#peek();
  }

  /**
   * Whoever lost one slot stands in the next as a rule, and that one is there by now: one read instead of two listings and two reads. What
   * else it finds is left to the look before the next slot. In a folder, where seen is not yet durable, it is left to that as well.
   */
  async #peek(): Promise<void> {
    const head = this.#head;
    if (head === null || this.#ledger.store.assurance === 'local') return;
    const next = await this.#ledger.store.read(slotKey(this.#stream, head.seq + 1));
    if (next.kind === 'found') this.#saw(head, next.bytes, next.version);
  }

  /** The slot after `head` is somebody else's. */
  #saw(head: Head, bytes: Uint8Array, version: VersionId | null): void {
    const digest = sha256(bytes);
    const slot = slotFrom(bytes, this.#stream, head.seq + 1);
    this.#head = slot === null ? { ...head, seq: head.seq + 1, digest, entries: [] } : headAfter(slot, digest);
    if (slot !== null) this.#settle({ slot, digest, version });
  }

  /** Gives their receipts to the records that a slot holds. */
  #settle(placed: PlacedSlot): void {
    for (const [index, name] of placed.slot.entries.entries()) {
      const waiters = this.#waiting.get(name);
      if (waiters === undefined) continue;
      this.#waiting.delete(name);
      this.#losses = 0; // whoever put it there: who finds places is not starved
      const receipt = sequencedReceipt(this.#ledger.store, placed, index, name);
      for (const { resolve } of waiters) resolve(receipt);
    }
  }

  /** The records that wait and that others may have committed by now: none, where no slot came since they were stored. */
  #wanted(head: Head): Wanted[] {
    const wanted: Wanted[] = [];
    for (const name of this.#waiting.keys()) {
      const since = this.#names.get(digestOfName(name))?.since ?? 0;
      if (since < head.seq) wanted.push({ name, since });
    }
    return wanted;
  }

  async #settleCommitted(head: Head, wanted: readonly Wanted[]): Promise<void> {
    for (const placed of await findCommitted(this.#ledger, this.#stream, head, wanted)) this.#settle(placed);
  }

  /** What is known already, where nobody need look. */
  #known(): Survey | null {
    return this.#needsLook() || this.#head === null ? null : { head: this.#head, seen: [] };
  }

  async #view(): Promise<Survey> {
    const ahead = this.#ahead ?? survey(this.#ledger.store, this.#stream, this.#head);
    this.#ahead = null;
    const view = await ahead;
    this.#mustLook = false;
    return view;
  }

  /**
   * A bucket is looked at before every slot: a marker or a second version may have come. A folder cannot hide a slot (link(2) refuses an
   * occupied name), so there others are looked for at the beginning and after each loss, which is when there are others.
   */
  #needsLook(): boolean {
    return this.#mustLook || this.#ledger.store.assurance !== 'local';
  }

  #jitter(): number {
    const [name = '0'] = this.#waiting.keys();
    return (Number.parseInt(name.slice(-4), 16) / 0x10000) * LONGEST_JITTER;
  }

  #starved(): UnavailableError {
    return new UnavailableError('ledger/contended', {
      expected: `a place in the stream within ${MOST_LOSSES} attempts`,
      found: 'every slot taken by others',
      at: `stream ${this.#stream}`,
      doThis: 'Run it again: the records are stored, and the next writer puts them in order.',
    });
  }
}
