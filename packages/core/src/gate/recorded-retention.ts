import { recordOf } from '../evidence/index.ts';
import { slotFrom } from '../ledger/append/head.ts';
import { slotUnreadable } from '../ledger/append/slot-unreadable.ts';
import { newestHead } from '../ledger/append/survey.ts';
import { FIRST_SLOT, slotKey, type RecordName } from '../ledger/layout.ts';
import { readNamed, type RecordSource } from '../ledger/look-up/read-named.ts';
import { isPullRequestStream, type StreamId } from '../ledger/stream-id.ts';
import type { TrustFile } from '../ledger/trust/trust-file.ts';
import { Vouching } from '../ledger/trust/vouching.ts';
import { inBatches } from '../concurrency/in-batches.ts';
import { Failure } from '../outcomes/failure.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { listStreams } from '../ledger/look-up/list-streams.ts';

export interface RetentionQuestion {
  readonly store: ObjectStore;
  /** Whose decisions are believed; absent: everybody's, as everything else in a ledger that nobody vouches for. */
  readonly trust?: TrustFile;
  readonly attachments?: ObjectStore;
}

export interface RecordedRetention {
  /** The longest of all streams; null where no decision says anything. */
  readonly years: number | null;
  /** Streams whose newest MOST_RECORDS records hold no decision that says it: what older ones say was not looked at. */
  readonly unread: readonly StreamId[];
}

/**
 * Of each stream; a void slot counts as one record. A repository that deploys what another one builds may have no decision at all: its
 * stream is not read back to the beginning to learn that, because nothing bounds the memory that this would take.
 */
export const MOST_RECORDS = 256;

const SIDE_BY_SIDE = 16; // records; the newest decision of a busy stream is among its last few

/**
 * For how many years evidence has to be kept by the registries that the newest decisions were made by. What is wrong with a stream is
 * for the verification to say, and a decision that nobody may trust says nothing here.
 */
export async function recordedRetention({ store, trust, attachments }: RetentionQuestion): Promise<RecordedRetention> {
  const vouching = trust === undefined ? null : new Vouching(trust, store, attachments ?? null);
  const streams = (await listStreams(store)).filter((stream) => !isPullRequestStream(stream));
  const years: number[] = [];
  const unread: StreamId[] = [];
  for (const stream of streams) {
    try {
      const said = await newestSaid({ store, stream, vouching, versionOf: () => null });
      if (said === 'unread') unread.push(stream);
      else if (said !== null) years.push(said);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
    }
  }
  return { years: years.length === 0 ? null : Math.max(...years), unread };
}

async function newestSaid(source: RecordSource): Promise<number | 'unread' | null> {
  let { seq } = await newestHead(source.store, source.stream);
  let [left, wide] = [MOST_RECORDS, 1];
  // In steps that double: as a rule the first slot holds a decision, and where none does few steps have to wait for one another.
  for (; left > 0 && seq >= FIRST_SLOT; wide *= 2) {
    const slots = downwards(seq, Math.min(wide, left));
    const names = await Promise.all(slots.map((one) => namesIn(source, one)));
    const years = await newestYears(source, names.flat().slice(0, left));
    if (years !== null) return years;
    left -= names.reduce((sum, { length }) => sum + Math.max(length, 1), 0);
    seq -= slots.length;
  }
  return left < 0 || seq >= FIRST_SLOT ? 'unread' : null;
}

const downwards = (newest: number, wide: number): readonly number[] =>
  Array.from({ length: Math.min(wide, newest - FIRST_SLOT + 1) }, (_, index) => newest - index);

async function newestYears(source: RecordSource, names: readonly RecordName[]): Promise<number | null> {
  const read = (some: readonly RecordName[]) => Promise.all(some.map((name) => yearsIn(source, name)));
  for await (const batch of inBatches(names, read, SIDE_BY_SIDE)) {
    const years = batch.map(([, answer]) => answer).find((answer) => answer !== null);
    if (years !== undefined) return years;
  }
  return null;
}

/** Newest first; none in a slot that is void. */
async function namesIn({ store, stream }: RecordSource, seq: number): Promise<readonly RecordName[]> {
  const key = slotKey(stream, seq);
  const answer = await store.read(key);
  if (answer.kind !== 'found') throw slotUnreadable(key, answer.kind === 'unreadable' ? answer.cause : answer.kind);
  return slotFrom(answer.bytes, stream, seq)?.entries.toReversed() ?? [];
}

async function yearsIn(source: RecordSource, name: RecordName): Promise<number | null> {
  const answer = await readNamed(source, name);
  const record = 'statement' in answer ? recordOf(answer.statement, name) : null;
  return record?.kind === 'policy.decision' ? record.details.configuration.retention_years : null;
}
