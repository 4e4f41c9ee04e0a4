import { TamperedError, UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { outcomeOf, type Finding } from '../verify/finding.ts';
import type { StreamId } from '../stream-id.ts';
import type { LedgerRecord } from './read-placed.ts';
import { StreamReading, type StreamOptions } from './stream-reading.ts';

export interface ReadOptions extends Omit<StreamOptions, 'onFinding'> {
  /** Told of everything that is left out. Without it the first such thing ends the reading. */
  readonly onFinding?: StreamOptions['onFinding'];
}

/**
 * The records of a stream that stand in order and verify, in that order, each once. What does not verify is never given out: it goes to
 * `onFinding`, or ends the reading with TamperedError or UnavailableError `ledger/finding`. Not yet sequenced records are left out.
 */
export async function* readStream(store: ObjectStore, stream: StreamId, options: ReadOptions = {}): AsyncIterable<LedgerRecord> {
  const reading = await StreamReading.open(store, stream, { onFinding: refuse, ...options });
  yield* reading.records();
}

function refuse(one: Finding): never {
  const Failure = outcomeOf(one) === 'tampered' ? TamperedError : UnavailableError;
  throw new Failure('ledger/finding', {
    expected: 'a stream in which everything verifies',
    found: `${one.code}: ${one.detail}`,
    at: one.key,
    doThis: 'Run "proofrail verify" to see everything that is wrong.',
  });
}
