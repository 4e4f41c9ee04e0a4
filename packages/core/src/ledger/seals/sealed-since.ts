import type { ObjectStore } from '../../ports/object-store.ts';
import type { Checkpoint } from '../../tlog/checkpoint.ts';
import { decodeEntries } from '../../tlog/entry-bundle.ts';
import { bundlePath, TILE_WIDTH } from '../../tlog/tile-path.ts';
import { parseEdge } from './edge-object.ts';
import { readSealObject, tampered } from './read-plans.ts';
import { edgeKey, tileKey } from './seal-layout.ts';
import { parseRecordEntry, type SealedRecord } from './sealed-entry.ts';
import { sizeOfSeal } from './read-body.ts';

/** A seal by its number, and what it signs. */
export interface ReachedSeal {
  readonly n: number;
  readonly checkpoint: Checkpoint;
}

/**
 * The records that the seals behind number `after` added to the log, as its entries name them: one request for each 256, whatever slots and
 * streams they lie in. TamperedError `seal/mismatch`; UnavailableError `seal/unreadable`.
 */
export async function sealedSince(store: ObjectStore, after: number, { n, checkpoint }: ReachedSeal): Promise<SealedRecord[]> {
  const from = await sizeOfSeal(store, after);
  if (checkpoint.size === from + (n - after)) return []; // plans alone: nothing was written
  const entries = [...(await fullBundles(store, from, checkpoint.size)), ...(await restOf(store, n, checkpoint))];
  return entries.slice(from % TILE_WIDTH).flatMap((entry) => parseRecordEntry(entry) ?? []);
}

/** From the bundle on that holds entry `from`, unless that one is not full yet. */
async function fullBundles(store: ObjectStore, from: number, size: number): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (let index = Math.floor(from / TILE_WIDTH); index < Math.floor(size / TILE_WIDTH); index++) {
    const key = tileKey(bundlePath(index));
    const bytes = await readSealObject(store, key);
    const bundle = bytes === null ? null : decodeEntries(bytes);
    if (bundle?.length !== TILE_WIDTH) throw tampered('seal/mismatch', key, 'a full bundle', 'something else');
    entries.push(...bundle);
  }
  return entries;
}

async function restOf(store: ObjectStore, n: number, checkpoint: Checkpoint): Promise<readonly Uint8Array[]> {
  const edge = await readSealObject(store, edgeKey(n));
  const tree = edge === null ? null : parseEdge(edge, checkpoint, () => undefined);
  if (tree === null) throw tampered('seal/mismatch', edgeKey(n), 'the right edge of the tree of the checkpoint', 'another one');
  return tree.rest.entries;
}
