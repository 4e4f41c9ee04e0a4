import { decodeEntries, encodeEntries } from '../../tlog/entry-bundle.ts';
import type { Checkpoint } from '../../tlog/checkpoint.ts';
import { bitsOf, RightEdge } from '../../tlog/right-edge.ts';
import { TILE_WIDTH } from '../../tlog/tile-path.ts';
import { TiledTree, type FullTile } from '../../tlog/tiled-tree.ts';
import { HASH_BYTES } from '../../tlog/tree-hash.ts';

// What lies beside a body: the right edge of the full tiles, one hash for each bit of their number, then the entries of the bundle that
// is not full yet. A log whose sealed slots were destroyed can go on from it; nothing is lost with them but what they said.

export function formatEdge(tree: TiledTree): Buffer {
  return Buffer.concat([...tree.edge.backTo(TILE_WIDTH).hashes, encodeEntries(tree.rest.entries)]);
}

/** The tree as it was at a checkpoint, ready to grow on; null where the bytes do not give the checkpoint's root. */
export function parseEdge(bytes: Uint8Array, { size, root }: Checkpoint, onFull: (tile: FullTile) => void): TiledTree | null {
  const tiled = size - (size % TILE_WIDTH);
  const length = bitsOf(tiled) * HASH_BYTES;
  const hashes = Array.from({ length: bitsOf(tiled) }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
  const edge = bytes.length < length ? null : RightEdge.of(tiled, hashes);
  const entries = decodeEntries(bytes.subarray(length));
  if (edge === null || entries?.length !== size % TILE_WIDTH) return null;
  const tree = new TiledTree(edge, onFull);
  for (const entry of entries) tree.add(entry);
  return tree.edge.root().equals(root) ? tree : null;
}
