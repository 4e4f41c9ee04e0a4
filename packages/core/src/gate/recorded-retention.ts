import { recordOf } from '../evidence/index.ts';
import { readPlaced } from '../ledger/look-up/read-placed.ts';
import { isPullRequestStream, type StreamId } from '../ledger/stream-id.ts';
import { newestHead } from '../ledger/append/survey.ts';
import type { TrustFile } from '../ledger/trust/trust-file.ts';
import { Vouching } from '../ledger/trust/vouching.ts';
import { Failure } from '../outcomes/failure.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { listStreams } from '../ledger/look-up/list-streams.ts';

export interface RetentionQuestion {
  readonly store: ObjectStore;
  /** Whose decisions are believed; absent: everybody's, as everything else in a ledger that nobody vouches for. */
  readonly trust?: TrustFile;
  readonly attachments?: ObjectStore;
}

const MOST_READ = 16; // records of a stream; the newest decision of a busy one is among its last few

/**
 * For how many years evidence has to be kept by the registries that the newest decisions were made by: the longest of all streams, or
 * null where none of them says. What is wrong with a stream is for the verification to say, and a decision that nobody may trust says
 * nothing here.
 */
export async function recordedRetention({ store, trust, attachments }: RetentionQuestion): Promise<number | null> {
  const vouching = trust === undefined ? null : new Vouching(trust, store, attachments ?? null);
  const streams = (await listStreams(store)).filter((stream) => !isPullRequestStream(stream));
  const years: number[] = [];
  for (const stream of streams) {
    try {
      const said = await newestSaid(store, stream, vouching);
      if (said !== null) years.push(said);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
    }
  }
  return years.length === 0 ? null : Math.max(...years);
}

async function newestSaid(store: ObjectStore, stream: StreamId, vouching: Vouching | null): Promise<number | null> {
  const head = await newestHead(store, stream);
  const source = { store, stream, vouching, versionOf: () => null };
  for (const name of head.committed.slice(-MOST_READ).reverse()) {
    const answer = await readPlaced(source, [name, { slot: head.seq, position: 1 }]);
    const record = 'statement' in answer ? recordOf(answer.statement, name) : null;
    const years = record?.kind === 'policy.decision' ? record.details.configuration.retention_years : null;
    if (years !== null) return years;
  }
  return null;
}
