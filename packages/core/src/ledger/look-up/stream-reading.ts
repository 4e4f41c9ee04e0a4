import type { Sha256 } from '../../canonical/digest.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { RecordName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';
import type { TrustFile } from '../trust/trust-file.ts';
import { Vouching } from '../trust/vouching.ts';
import { ChainCheck, type Place } from '../verify/checks/chain-check.ts';
import { outcomeOf, type Finding } from '../verify/finding.ts';
import { inspectorOf } from '../verify/inspect/inspector-of.ts';
import { NO_HISTORY } from '../verify/log-history.ts';
import { emptyInventory, takeInventory } from '../verify/inventory/inventory.ts';
import { RecordTable } from '../verify/inventory/record-table.ts';
import type { SealTimes } from '../verify/seal-times.ts';
import { PlacedNames, type NumberedName } from './placed-names.ts';
import type { OpenedRecord, RecordSource } from './read-named.ts';
import { readPlaced, type LedgerRecord } from './read-placed.ts';
import { SlotDigests } from '../verify/inventory/slot-digests.ts';

export interface StreamOptions {
  /** Only records with a signature that it vouches for. Without it signatures are not checked. */
  readonly trust?: TrustFile;
  /** Where the platform's tokens lie: without it no record counts that a key of one run signed. */
  readonly attachments?: ObjectStore;
  /** What stands though its key was stolen later. Absent: nothing does. */
  readonly sealed?: SealTimes;
  /** Told of everything that is left out. */
  readonly onFinding: (finding: Finding) => void;
}

/** Whether a record is asked for, by what it says: nobody has looked at its signature yet. `number`: in the stream, counted from 0. */
type IsWantedOfStream = (opened: OpenedRecord, place: Place, number: number) => boolean;

/** A stream whose slots were followed: what stands where. Of each record it keeps some bytes, however large they all are. */
export class StreamReading {
  readonly #source: RecordSource;
  readonly #names: PlacedNames;
  readonly #digests: SlotDigests;
  readonly #onFinding: StreamOptions['onFinding'];

  private constructor(source: RecordSource, names: PlacedNames, digests: SlotDigests, onFinding: StreamOptions['onFinding']) {
    this.#source = source;
    this.#names = names;
    this.#digests = digests;
    this.#onFinding = onFinding;
  }

  static async open(store: ObjectStore, stream: StreamId, options: StreamOptions): Promise<StreamReading> {
    const { trust, attachments = null, sealed = NO_HISTORY, onFinding } = options;
    const vouching = trust === undefined ? null : new Vouching(trust, store, attachments);
    const table = new RecordTable();
    const inventory = (await takeInventory(store, stream, table)).get(stream) ?? emptyInventory(table);
    const names = new PlacedNames();
    const digests = new SlotDigests();
    const chain = new ChainCheck(stream, names, { sealed });
    for await (const batch of chain.walk(inspectorOf(store, vouching), inventory.slots))
      for (const [slot, seen] of batch) if (seen !== null) digests.set(slot, seen.digest);
    for (const one of [...inventory.findings, ...chain.findings]) if (outcomeOf(one) !== 'allow') onFinding(one);
    const versionOf = (name: RecordName) => inventory.records.versionOf(name);
    return new StreamReading({ store, stream, vouching, versionOf, sealed }, names, digests, onFinding);
  }

  /** Its records that verify, in their order, each once; of those that nobody wants the signature is not looked at. */
  async *records(isWanted: IsWantedOfStream = () => true): AsyncIterable<LedgerRecord> {
    const read = (some: readonly NumberedName[]) => Promise.all(some.map((one) => this.#read(one, isWanted)));
    for await (const batch of inBatches(this.#names, read)) {
      for (const [, answer] of batch) {
        if (answer === null) continue;
        if ('statement' in answer) yield answer;
        else this.#onFinding(answer);
      }
    }
  }

  #read({ number, target }: NumberedName, isWanted: IsWantedOfStream): Promise<LedgerRecord | Finding | null> {
    return readPlaced(this.#source, target, (opened, place) => isWanted(opened, place, number));
  }

  /** One of them, counted from 0; null: it does not verify. */
  async recordAt(number: number): Promise<LedgerRecord | null> {
    const target = this.#names.at(number);
    const answer = target === null ? null : await readPlaced(this.#source, target);
    if (answer === null || 'statement' in answer) return answer;
    this.#onFinding(answer);
    return null;
  }

  get size(): number {
    return this.#names.size;
  }

  /** Of a slot in which one of its records stands. */
  slotDigest(slot: number): Sha256 | null {
    return this.#digests.get(slot);
  }
}
