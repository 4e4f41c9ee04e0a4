import type { Sha256 } from '../canonical/digest.ts';
import { parseKey, platformPrefix } from '../ledger/layout.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { listStreams } from '../ledger/look-up/list-streams.ts';
import type { WaitingReceipts } from './waiting-receipts.ts';

/** Every receipt of a ledger that this key has not vouched for: one request for each thousand objects, and for each stream. */
export async function allReceipts(store: ObjectStore, by: KeyId): Promise<WaitingReceipts> {
  const waiting = new Map<StreamId, readonly Sha256[]>();
  for (const stream of await listStreams(store)) waiting.set(stream, await withoutCountersignature(store, stream, by));
  return waiting;
}

/** In a listing the countersignatures under a receipt come right behind it: their keys begin with its own. */
async function withoutCountersignature(store: ObjectStore, stream: StreamId, by: KeyId): Promise<readonly Sha256[]> {
  const waiting: Sha256[] = [];
  for await (const { key, kind } of store.listVersions(platformPrefix(stream))) {
    const parsed = parseKey(key);
    if (kind !== 'data' || (parsed?.kind !== 'platform' && parsed?.kind !== 'countersignature')) continue;
    const isLast = waiting.at(-1) === parsed.record;
    if (parsed.kind === 'platform' && !isLast) waiting.push(parsed.record);
    else if (parsed.kind === 'countersignature' && parsed.by === by && isLast) waiting.pop();
  }
  return waiting;
}
