import { hexOf, type Sha256 } from '../../../canonical/digest.ts';
import type { Place } from '../checks/chain-check.ts';
import { CheckpointColumn } from './checkpoint-column.ts';
import { digestOfName, timeOfName, type RecordName } from '../../layout.ts';

const TIME_BYTES = 6;
const NAME_BYTES = TIME_BYTES + 32;
const CHUNK = 4096; // records
const FIRST_BUCKETS = 1 << 12;
const MOST_FULL = 0.75;
const LISTED = 1;
const VISITED = 2;

/** The columns of so many records. Slots are counted from 1 without gaps, so that four bytes hold the number of any. */
class Chunk {
  readonly names = Buffer.alloc(CHUNK * NAME_BYTES);
  readonly streams = new Uint32Array(CHUNK);
  readonly slots = new Uint32Array(CHUNK);
  readonly positions = new Uint16Array(CHUNK);
  readonly marks = new Uint8Array(CHUNK);
}

/**
 * Every record of a ledger that a verification has heard of, by number. In columns a record takes some sixty bytes, so that a million of
 * them fit beside everything else; as names in maps it took seven hundred (measured). Streams are numbers here too.
 *
 * Looked up by the first bytes of the digest. Who plants names that begin alike slows down a verification that ends in 4 all the same.
 */
export class RecordTable {
  readonly checkpoints = new CheckpointColumn();
  readonly #chunks: Chunk[] = [];
  /** Number of the record plus one; 0: free. */
  #buckets = new Uint32Array(FIRST_BUCKETS);
  #size = 0;
  #streams = 0;
  readonly #wanted = Buffer.alloc(NAME_BYTES);
  /** What was found last: a record is asked for several times in a row. */
  #last: { readonly stream: number; readonly name: RecordName; readonly id: number } | null = null;

  /** A number for one more stream. */
  newStream(): number {
    this.#streams += 1;
    return this.#streams;
  }

  /** The number of the record of this name, new or not. */
  enter(stream: number, name: RecordName): number {
    const known = this.find(stream, name);
    if (known !== null) return known;
    if (this.#size >= this.#buckets.length * MOST_FULL) this.#grow();
    const id = this.#size;
    this.#size += 1;
    if (id % CHUNK === 0) this.#chunks.push(new Chunk());
    const chunk = this.#chunk(id);
    this.#wanted.copy(chunk.names, (id % CHUNK) * NAME_BYTES);
    chunk.streams[id % CHUNK] = stream;
    this.#buckets[this.#freeBucket(id)] = id + 1;
    return id;
  }

  find(stream: number, name: RecordName): number | null {
    if (this.#last?.name === name && this.#last.stream === stream) return this.#last.id;
    this.#wanted.writeUIntBE(timeOfName(name), 0, TIME_BYTES);
    this.#wanted.write(hexOf(digestOfName(name)), TIME_BYTES, 'hex');
    const id = this.#firstAlike((one) => this.#streamOf(one) === stream && this.#isAlike(one, 0));
    if (id !== null) this.#last = { stream, name, id };
    return id;
  }

  /** Whether a stream has a record of this digest, under whatever time. */
  hasDigest(stream: number, digest: Sha256): boolean {
    this.#wanted.write(hexOf(digest), TIME_BYTES, 'hex');
    return this.#firstAlike((id) => this.#streamOf(id) === stream && this.#isAlike(id, TIME_BYTES)) !== null;
  }

  /** Marks a record as visited, and gives the name under which the same digest was visited before, in whatever stream. */
  visit(id: number): RecordName | null {
    const start = (id % CHUNK) * NAME_BYTES;
    this.#chunk(id).names.copy(this.#wanted, 0, start, start + NAME_BYTES);
    const first = this.#firstAlike((other) => other !== id && this.#isMarked(other, VISITED) && this.#isAlike(other, TIME_BYTES));
    this.#mark(id, VISITED);
    return first === null ? null : this.nameOf(first);
  }

  nameOf(id: number): RecordName {
    const { names } = this.#chunk(id);
    const start = (id % CHUNK) * NAME_BYTES;
    const time = String(names.readUIntBE(start, TIME_BYTES)).padStart(13, '0');
    return `${time}-${names.toString('hex', start + TIME_BYTES, start + NAME_BYTES)}` as RecordName;
  }

  /** Below 0: the name of the first comes first. Names that are apart differ in the first bytes. */
  compareNames(first: number, second: number): number {
    const { names } = this.#chunk(first);
    const { names: others } = this.#chunk(second);
    const [start, other] = [(first % CHUNK) * NAME_BYTES, (second % CHUNK) * NAME_BYTES];
    for (let at = 0; at < NAME_BYTES; at++) {
      const difference = (names[start + at] ?? 0) - (others[other + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  placeOf(id: number): Place | null {
    const { slots, positions } = this.#chunk(id);
    const slot = slots[id % CHUNK] ?? 0;
    return slot === 0 ? null : { slot, position: positions[id % CHUNK] ?? 0 };
  }

  place(id: number, { slot, position }: Place): void {
    const { slots, positions } = this.#chunk(id);
    slots[id % CHUNK] = slot;
    positions[id % CHUNK] = position;
  }

  markListed(id: number): void {
    this.#mark(id, LISTED);
  }

  isListed(id: number): boolean {
    return this.#isMarked(id, LISTED);
  }

  #mark(id: number, mark: number): void {
    const { marks } = this.#chunk(id);
    marks[id % CHUNK] = (marks[id % CHUNK] ?? 0) | mark;
  }

  #isMarked(id: number, mark: number): boolean {
    return ((this.#chunk(id).marks[id % CHUNK] ?? 0) & mark) !== 0;
  }

  #streamOf(id: number): number {
    return this.#chunk(id).streams[id % CHUNK] ?? 0;
  }

  /** Whether it has the wanted name, from so many of its bytes on. So few are compared faster here than by Node. */
  #isAlike(id: number, from: number): boolean {
    const { names } = this.#chunk(id);
    const start = (id % CHUNK) * NAME_BYTES;
    for (let at = from; at < NAME_BYTES; at++) if (names[start + at] !== this.#wanted[at]) return false;
    return true;
  }

  /** Of the records that may have the wanted digest. */
  #firstAlike(isWanted: (id: number) => boolean): number | null {
    const last = this.#buckets.length - 1;
    for (let at = this.#wanted.readUInt32BE(TIME_BYTES) & last; ; at = (at + 1) & last) {
      const entry = this.#buckets[at] ?? 0;
      if (entry === 0) return null;
      if (isWanted(entry - 1)) return entry - 1;
    }
  }

  #freeBucket(id: number): number {
    const last = this.#buckets.length - 1;
    const digest = this.#chunk(id).names.readUInt32BE((id % CHUNK) * NAME_BYTES + TIME_BYTES);
    let at = digest & last;
    while (this.#buckets[at] !== 0) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    this.#buckets = new Uint32Array(this.#buckets.length * 2);
    for (let id = 0; id < this.#size; id++) this.#buckets[this.#freeBucket(id)] = id + 1;
  }

  #chunk(id: number): Chunk {
    const chunk = this.#chunks[Math.floor(id / CHUNK)];
    if (chunk === undefined) throw new RangeError(`no record has the number ${id}`);
    return chunk;
  }
}
