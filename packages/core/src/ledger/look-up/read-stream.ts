import { TamperedError, UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { outcomeOf, type Finding } from '../verify/finding.ts';
import type { StreamId } from '../stream-id.ts';
import type { LedgerRecord } from './read-placed.ts';
import { hasStolenKey } from '../trust/has-stolen-key.ts';
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
  const reading = await StreamReading.open(store, stream, { onFinding: refuseFor(options), ...options });
  yield* reading.records();
}

function refuseFor({ trust, sealed }: ReadOptions): (one: Finding) => never {
  const doThis = sealed === undefined && trust !== undefined && hasStolenKey(trust) ? ASK_SEALS : ASK_ALL;
  return (one) => {
    const Failure = outcomeOf(one) === 'tampered' ? TamperedError : UnavailableError;
    const found = `${one.code}: ${one.detail}`;
    throw new Failure('ledger/finding', { expected: 'a stream in which everything verifies', found, at: one.key, doThis });
  };
}

const ASK_ALL = 'Run "proofrail verify" to see everything that is wrong.';

/** Whoever may not read seals, as the role of a deployment, cannot know what is older than a theft. */
const ASK_SEALS =
  'No seal is read here, so nothing counts that a stolen key signed. "proofrail image verify --ledger … --trust …" by a role that reads seals ' +
  '(auditor, verifier) counts what was sealed before the theft. Here counts an image of a later commit, whose records another key signs.';
