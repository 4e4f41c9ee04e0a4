import type { Sha256 } from '../../canonical/digest.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { FrugalStore } from './frugal-store.ts';
import { inspectorOf } from '../verify/inspect/inspector-of.ts';
import { digestOfName, pointerKey, pointersPrefix, type PointerSubject } from '../layout.ts';
import { parsePointer } from '../stored/pointer.ts';
import { readPlaced, type LedgerRecord } from './read-placed.ts';
import { isPullRequestStream, type StreamId } from '../stream-id.ts';
import type { TrustFile } from '../trust/trust-file.ts';
import { Vouching } from '../trust/vouching.ts';

export type PointedRecords =
  /** Every record that is announced or pointed at under the subject, in the order of the stream. */
  | { readonly kind: 'found'; readonly records: readonly LedgerRecord[] }
  /** Something is missing, hidden, forged, or more than may be read: only the stream itself can answer. */
  | { readonly kind: 'doubt' }
  | { readonly kind: 'flood' };

const MOST_LISTED = 100;
const MOST_READS = 8; // of a link and a decision: pointer, slot, record, receipt of the platform

const POINTER = /^[0-9a-f]{64}$/;
const ANNOUNCED = /^[0-9a-f]{64}~$/;

/**
 * One question asked by pointers, at a price that does not grow with the ledger. It proves that records are present, signed and in order
 * where they stand. That nothing newer stands elsewhere rests on the bucket, until a seal says it.
 */
export class PointerLookUp {
  readonly #store: ObjectStore;
  readonly #stream: StreamId;
  readonly #vouching: Vouching;

  constructor(store: ObjectStore, stream: StreamId, trust: TrustFile, attachments: ObjectStore | null) {
    if (isPullRequestStream(stream)) throw new RangeError('a record of a pull request never satisfies a look-up');
    this.#store = new FrugalStore(store, MOST_READS);
    this.#stream = stream;
    this.#vouching = new Vouching(trust, this.#store, attachments);
  }

  /** UnavailableError where the bucket cannot be listed. */
  async under(subject: PointerSubject): Promise<PointedRecords> {
    const pointed = await this.#list(subject);
    if (!Array.isArray(pointed)) return pointed;
    const records: LedgerRecord[] = [];
    for (const digest of pointed) {
      const record = await this.#follow(subject, digest);
      if (record === null) return { kind: 'doubt' };
      records.push(record);
    }
    return { kind: 'found', records: records.sort((a, b) => a.slot - b.slot || a.position - b.position) };
  }

  /** Digests of the records that are pointed at, if each is announced and has its pointer, and nothing else lies there. */
  async #list(subject: PointerSubject): Promise<Sha256[] | Exclude<PointedRecords, { kind: 'found' }>> {
    const prefix = pointersPrefix(this.#stream, subject);
    const names = new Set<string>();
    let listed = 0;
    let doubt = false;
    for await (const { key, kind, newest } of this.#store.listVersions(prefix, { most: MOST_LISTED + 1 })) {
      listed += 1;
      if (listed > MOST_LISTED) return { kind: 'flood' };
      const name = key.slice(prefix.length);
      doubt ||= kind === 'marker' || !newest || !(POINTER.test(name) || ANNOUNCED.test(name));
      names.add(name);
    }
    const pointed = [...names].filter((name) => POINTER.test(name));
    doubt ||= pointed.length * 2 !== names.size || pointed.some((name) => !names.has(`${name}~`));
    return doubt ? { kind: 'doubt' } : pointed.map((name): Sha256 => `sha256:${name}` as Sha256);
  }

  /** The record that a pointer names, if it verifies and stands where the pointer says. */
  async #follow(subject: PointerSubject, digest: Sha256): Promise<LedgerRecord | null> {
    const answer = await this.#store.read(pointerKey(this.#stream, subject, digest));
    const pointer = answer.kind === 'found' ? parsePointer(answer.bytes) : null;
    if (pointer === null || digestOfName(pointer.record) !== digest) return null;
    const { record: name, slot, position, slot_digest } = pointer;
    const [found] = await inspectorOf(this.#store, this.#vouching).inspect('slot', this.#stream, [{ name: slot, version: null }]);
    if (found?.state !== 'read' || found.problem !== null) return null;
    if (found.digest !== slot_digest || found.entries[position - 1] !== name) return null;
    const source = { store: this.#store, stream: this.#stream, vouching: this.#vouching, versionOf: () => null };
    const record = await readPlaced(source, [name, { slot, position }]);
    return 'statement' in record ? record : null;
  }
}
