import type { ObjectStore } from '../../ports/object-store.ts';
import { tilePath, TILE_WIDTH } from '../../tlog/tile-path.ts';
import { HASH_BYTES } from '../../tlog/tree-hash.ts';
import { readSealObject, tampered } from './read-plans.ts';
import { tileKey } from './seal-layout.ts';

/** A full tile as it is stored. TamperedError `seal/mismatch`: it is gone, or of another length; UnavailableError `seal/unreadable`. */
export async function readFullTile(store: ObjectStore, level: number, index: number): Promise<Buffer> {
  const key = tileKey(tilePath(level, index));
  const bytes = await readSealObject(store, key);
  if (bytes?.length === TILE_WIDTH * HASH_BYTES) return Buffer.from(bytes);
  throw tampered('seal/mismatch', key, 'a full tile', bytes === null ? 'nothing' : `${bytes.length} bytes`);
}
