import type { Sha256 } from '../../../canonical/digest.ts';
import { AdoptedTally } from './adopted-tally.ts';
import { CommittedNames } from './committed-names.ts';
import { finding, type Finding, type FindingDetail } from '../finding.ts';
import { inBatches } from '../../../concurrency/in-batches.ts';
import type { Inspector, ReadSlot, SlotInspection, Target } from '../inspect/inspector.ts';
import { FIRST_SLOT, recordKey, slotKey, type RecordName } from '../../layout.ts';
import { NO_HISTORY } from '../log-history.ts';
import { isSealedBefore, type SealTimes } from '../seal-times.ts';
import type { StreamId } from '../../stream-id.ts';
import type { SignatureProblem } from '../../trust/vouching.ts';
import type { StreamStart } from '../inventory/stream-start.ts';

/** Where a record stands in its stream; both counted from 1. */
export interface Place {
  readonly slot: number;
  readonly position: number;
}

/** Where a walk enters what it finds. */
export interface Places {
  /** Null: this is where the record stands now; else where it stood already, which stays. */
  place(name: RecordName, place: Place): Place | null;
}

/** A slot lists up to 1,024 records: of so many names in a batch, six times as many under way are a megabyte. */
const NAMES_AT_A_TIME = 2_048;
/** Six times as many keep the connections of a bucket busy. */
const MOST_SLOTS_AT_A_TIME = 32;
const LEAST_SLOTS_AT_A_TIME = 8;

export interface SeenSlot {
  readonly digest: Sha256;
  /** Null: the slot is void. */
  readonly floor: RecordName | null;
  readonly entries: readonly RecordName[];
}

/** Null: what the slot holds cannot be known. */
export type WalkedSlot = readonly [seq: number, seen: SeenSlot | null];

/** What is known of a stream before it is walked. */
export interface Before {
  /** What was verified before; nothing up to it is walked again. Null: from the first slot. */
  readonly start?: StreamStart | null;
  /** What stands though its key was stolen later. */
  readonly sealed?: SealTimes;
}

const slotsOf = (names: number): number =>
  Math.min(MOST_SLOTS_AT_A_TIME, Math.max(LEAST_SLOTS_AT_A_TIME, Math.floor(NAMES_AT_A_TIME / Math.max(names, 1))));

/** Walks one stream's slots upwards and says which record stands where. Everything that does not fit is a finding. */
export class ChainCheck {
  readonly findings: Finding[] = [];
  /** The last slot that was followed; 0: none. */
  newest = 0;
  newestDigest: Sha256 | null = null;
  genesis: Sha256 | null = null;
  /** Slots that are there and could not be read. */
  readonly unreadable = new Set<number>();
  readonly adopted = new AdoptedTally();
  readonly #stream: StreamId;
  readonly #places: Places;
  readonly #sealed: SealTimes;
  readonly #committed = new CommittedNames();
  /** By the slot that was seen last: its neighbours are much like it. */
  #slotsAtATime = LEAST_SLOTS_AT_A_TIME;
  /** Digest of the slot before, as it was found; null: there is none, or it could not be read. */
  #previous: Sha256 | null = null;
  /** False after a gap or a broken link: what earlier slots commit is not known any more. */
  #historyKnown = true;

  constructor(stream: StreamId, places: Places, { start = null, sealed = NO_HISTORY }: Before = {}) {
    this.#sealed = sealed;
    this.#stream = stream;
    this.#places = places;
    if (start === null) return;
    this.newest = start.seq;
    this.newestDigest = start.digest;
    this.#previous = start.digest;
    for (const name of start.committed) this.#committed.add(name);
  }

  /** Gives each slot that lies in the stream with what it holds. */
  async *walk(inspector: Inspector, slots: Iterable<Target<number>>): AsyncIterable<readonly WalkedSlot[]> {
    const ask = (some: readonly Target<number>[]) => inspector.inspect('slot', this.#stream, some);
    for await (const batch of inBatches(withGaps(slots, this.newest + 1), ask, () => this.#slotsAtATime))
      yield batch.map(([{ name: seq }, inspection]) => [seq, this.#visit(seq, inspection)]);
    yield* this.#walkOn(inspector);
  }

  /** The same, to the end, for those who want the places alone. */
  async finish(inspector: Inspector, slots: Iterable<Target<number>>): Promise<void> {
    const walk = this.walk(inspector, slots)[Symbol.asyncIterator]();
    while (!(await walk.next()).done);
  }

  /** Slots that came while the stream was listed: a folder's listing is no snapshot. */
  async *#walkOn(inspector: Inspector): AsyncIterable<readonly WalkedSlot[]> {
    for (;;) {
      const seq = this.newest + 1;
      const [inspection] = await inspector.inspect('slot', this.#stream, [{ name: seq, version: null }]);
      if (inspection === undefined || !('digest' in inspection)) return;
      yield [[seq, this.#visit(seq, inspection)]];
    }
  }

  #visit(seq: number, inspection: SlotInspection): SeenSlot | null {
    if (seq !== this.newest + 1) {
      const detail = `It lies beyond a gap; the stream ends at slot ${this.newest}.`;
      this.#add(seq, { kind: 'extra', code: 'slot/beyond-gap', detail });
      return null;
    }
    this.newest = seq;
    const seen = this.#inspected(seq, inspection);
    if (seen === null) this.#historyKnown = false;
    this.#previous = seen?.digest ?? null;
    this.newestDigest = this.#previous;
    if (seq === FIRST_SLOT) this.genesis = this.#previous;
    return seen;
  }

  #inspected(seq: number, inspection: SlotInspection): SeenSlot | null {
    switch (inspection.state) {
      case 'unreadable':
        this.unreadable.add(seq);
        this.#add(seq, { kind: 'unreadable', code: 'slot/unreadable', detail: `The slot cannot be read: ${inspection.why}.` });
        return null;
      case 'hidden':
        this.#add(seq, { kind: 'missing', code: 'slot/missing', detail: `The slot is gone: ${inspection.why}.` });
        return null;
      case 'absent':
        this.#add(seq, { kind: 'missing', code: 'slot/missing', detail: 'There is no such slot, but there are later ones.' });
        return null;
      case 'void': {
        const { digest } = inspection;
        this.#add(seq, {
          kind: 'void',
          code: 'slot/void',
          detail: 'The bytes are no slot of this number; it holds nothing.',
          found: digest,
        });
        return { digest, floor: null, entries: [] };
      }
      case 'read':
        this.#linked(inspection);
        this.#slotsAtATime = slotsOf(inspection.entries.length);
        return { digest: inspection.digest, floor: inspection.floor, entries: inspection.entries };
    }
  }

  #linked({ seq, prev, floor, entries, adopted, recent, digest, problem, rightIfSealedBefore: time }: ReadSlot): void {
    if (problem !== null && (time === null || !isSealedBefore(time, this.#sealed, this.#stream, seq)))
      this.#add(seq, { ...signatureFinding(problem), detail: sentence(problem.text), found: digest });
    if (this.#previous !== null && this.#previous !== prev) {
      const detail = `Slot ${seq} names another digest for it.`;
      this.#historyKnown = false;
      this.#add(seq - 1, { kind: 'altered', code: 'slot/link', detail, found: this.#previous });
    }
    if (this.#historyKnown && this.#committed.digestFrom(floor) !== recent) {
      const detail = 'What it says about recent records is not what earlier slots hold.';
      this.#add(seq, { kind: 'altered', code: 'slot/recent', detail, found: digest });
    }
    const others = new Set(adopted);
    for (const [index, name] of entries.entries()) {
      const position = index + 1;
      if (this.#place(seq, position, name) && others.has(position)) this.adopted.add({ slot: seq, position }, name);
    }
  }

  /** Whether it stands here and nowhere before. */
  #place(slot: number, position: number, name: RecordName): boolean {
    const first = this.#places.place(name, { slot, position });
    if (first === null) {
      this.#committed.add(name);
      return true;
    }
    const detail = `Slot ${first.slot} holds it already at position ${first.position}; it counts once.`;
    const key = recordKey(this.#stream, name);
    this.findings.push(
      finding({ kind: 'duplicate', code: 'record/duplicate', stream: this.#stream, slot, position, key, detail }),
    );
    return false;
  }

  #add(slot: number, detail: Pick<FindingDetail, 'kind' | 'code' | 'detail' | 'found'>): void {
    this.findings.push(finding({ ...detail, stream: this.#stream, slot, key: slotKey(this.#stream, slot) }));
  }
}

/** Where the platform's word about a key cannot be read, that accuses nobody. */
const signatureFinding = ({ isUndecided }: SignatureProblem): Pick<FindingDetail, 'kind' | 'code'> =>
  isUndecided ? { kind: 'unreadable', code: 'slot/unreadable' } : { kind: 'unsigned', code: 'slot/signature' };

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** Wider gaps are planted, not lost: nothing behind them is followed (attack 12). */
const WIDEST_GAP = 1_000;

/** With the numbers that the listing left out: what is missing is read by name before it is called so. `slots`: ascending. */
function* withGaps(slots: Iterable<Target<number>>, first: number): Iterable<Target<number>> {
  let next = first;
  for (const slot of slots) {
    if (slot.name - next <= WIDEST_GAP) for (; next < slot.name; next++) yield { name: next, version: null };
    yield slot;
    if (slot.name === next) next += 1;
  }
}
