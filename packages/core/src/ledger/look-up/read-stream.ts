import { TamperedError, UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { ChainCheck, type Place, type Places } from '../verify/checks/chain-check.ts';
import { outcomeOf, type Finding } from '../verify/finding.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import { inspectorOf } from '../verify/inspect/inspector-of.ts';
import { emptyInventory, takeInventory } from '../verify/inventory/inventory.ts';
import type { RecordName } from '../layout.ts';
import { readPlaced, type LedgerRecord } from './read-placed.ts';
import { RecordTable } from '../verify/inventory/record-table.ts';
import type { StreamId } from '../stream-id.ts';
import type { TrustFile } from '../trust/trust-file.ts';
import { Vouching } from '../trust/vouching.ts';

export interface ReadOptions {
  /** Only records with a signature that it vouches for. Without it signatures are not checked. */
  readonly trust?: TrustFile;
  /** Where the platform's tokens lie: without it no record counts that a key of one run signed. */
  readonly attachments?: ObjectStore;
  /** Told of everything that is left out. Without it the first such thing ends the reading. */
  readonly onFinding?: (finding: Finding) => void;
}

/**
 * The records of a stream that stand in order and verify, in that order, each once. What does not verify is never given out: it goes to
 * `onFinding`, or ends the reading with TamperedError or UnavailableError `ledger/finding`. Not yet sequenced records are left out.
 */
export async function* readStream(store: ObjectStore, stream: StreamId, options: ReadOptions = {}): AsyncIterable<LedgerRecord> {
  const { trust, attachments = null, onFinding = refuse } = options;
  const vouching = trust === undefined ? null : new Vouching(trust, store, attachments);
  const table = new RecordTable();
  const inventory = (await takeInventory(store, stream, table)).get(stream) ?? emptyInventory(table);
  const places = new Map<RecordName, Place>();
  const chain = new ChainCheck(stream, firstOf(places));
  await chain.finish(inspectorOf(store, vouching), inventory.slots);
  for (const one of [...inventory.findings, ...chain.findings]) if (outcomeOf(one) !== 'allow') onFinding(one);
  const source = { store, stream, vouching, versionOf: (name: RecordName) => inventory.records.versionOf(name) };
  for await (const batch of inBatches(places, (some) => Promise.all(some.map((place) => readPlaced(source, place))))) {
    for (const [, answer] of batch) {
      if ('statement' in answer) yield answer;
      else onFinding(answer);
    }
  }
}

/** In the order of the slots, which is that of a Map. */
const firstOf = (places: Map<RecordName, Place>): Places => ({
  place(name, place) {
    const first = places.get(name) ?? null;
    if (first === null) places.set(name, place);
    return first;
  },
});

function refuse(one: Finding): never {
  const Failure = outcomeOf(one) === 'tampered' ? TamperedError : UnavailableError;
  throw new Failure('ledger/finding', {
    expected: 'a stream in which everything verifies',
    found: `${one.code}: ${one.detail}`,
    at: one.key,
    doThis: 'Run "proofrail verify" to see everything that is wrong.',
  });
}
