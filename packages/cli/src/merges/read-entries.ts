import { recordOf, type LedgerEntry } from '@proofrail/core/evidence';
import { parseStreamId, readStream, type ReadOptions, type StreamId } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';

/**
 * The records of a repository's own stream, and of the stream of its pull requests, which only explains. Throws TamperedError for a
 * ledger that does not verify: what it says then proves nothing.
 */
export async function readEntries(store: ObjectStore, stream: StreamId, trusted: ReadOptions): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const each of [stream, parseStreamId(`${stream}-pr`)]) {
    for await (const { digest, statement, name } of readStream(store, each, trusted))
      entries.push({ stream: each, digest, record: recordOf(statement, name) });
  }
  return entries;
}
