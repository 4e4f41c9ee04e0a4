import { inBatches } from '../concurrency/in-batches.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { parseNote } from './note.ts';
import type { NoteKey } from './note-key.ts';
import { openNote } from './open-note.ts';
import { RightEdge } from './right-edge.ts';
import { hashAt, rootOfTile, widthOf } from './tile.ts';
import { tileOfBundle, type CheckedBundle } from './tile-check.ts';
import { widthAt } from './tile-hashes.ts';
import { bundlePath, tilePath, TILE_HEIGHT, TILE_WIDTH } from './tile-path.ts';
import { EMPTY_ROOT } from './tree-hash.ts';

/** Reads an object of a log by its path, such as `tile/0/000`; null: there is none. */
export type ReadObject = (path: string) => Promise<Uint8Array | null>;

/** Reads a bundle and the tile beside it; null: there is none, or one is not what follows from the other. */
export type CheckBundle = (index: number, width: number) => Promise<CheckedBundle | null>;

export type VerifiedLog =
  | { readonly kind: 'verified'; readonly checkpoint: Checkpoint; readonly by: readonly NoteKey[] }
  /** `at`: the object that is gone or wrong. */
  | { readonly kind: 'refused'; readonly at: string };

/** Checks a whole log as C2SP tlog-tiles lays it out: every entry against its hash, every tile against the one below, the root, the signature. */
export async function verifyTiledLog(
  read: ReadObject,
  keys: readonly NoteKey[],
  check: CheckBundle = bundleChecker(read),
): Promise<VerifiedLog> {
  const note = parseNote((await read('checkpoint')) ?? new Uint8Array());
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  const opened = note === null ? null : openNote(note, keys);
  if (checkpoint === null || opened?.kind !== 'signed') return { kind: 'refused', at: 'checkpoint' };
  if (!opened.by.some(({ name }) => name === checkpoint.origin)) return { kind: 'refused', at: 'checkpoint' };
  const bottom = await checkBundles(checkpoint.size, check);
  if (typeof bottom === 'string') return { kind: 'refused', at: bottom };
  const wrong = await checkUpperTiles(read, checkpoint.size, bottom.roots);
  if (wrong !== null) return { kind: 'refused', at: wrong };
  if (!rootOf(bottom).equals(checkpoint.root)) return { kind: 'refused', at: 'checkpoint' };
  return { kind: 'verified', checkpoint, by: opened.by };
}

export function bundleChecker(read: ReadObject): CheckBundle {
  return async (index, width) => {
    const [bundle, tile] = await Promise.all([read(bundlePath(index, width)), read(tilePath(0, index, width))]);
    const checked = bundle === null ? null : tileOfBundle(bundle, width);
    if (tile === null || checked?.hashes.equals(tile) !== true) return null;
    return checked.root === null ? { root: null, hashes: checked.hashes } : { root: checked.root };
  };
}

const IN_A_BATCH = 16; // bundles, which may have 16 MB each

interface Bottom {
  /** Of the full tiles, in order. */
  readonly roots: readonly Buffer[];
  /** The hashes of the last tile, where it is not full. */
  readonly rest: Buffer;
}

/** The path of the first bundle that is wrong, or what all of them come to. */
async function checkBundles(size: number, check: CheckBundle): Promise<Bottom | string> {
  const bundles = Array.from({ length: Math.ceil(size / TILE_WIDTH) }, (_, index) => ({ index, width: widthAt(size, 0, index) }));
  const roots: Buffer[] = [];
  let rest = Buffer.alloc(0);
  const ask = (some: readonly { readonly index: number; readonly width: number }[]) =>
    Promise.all(some.map(({ index, width }) => check(index, width)));
  for await (const batch of inBatches(bundles, ask, IN_A_BATCH)) {
    for (const [{ index, width }, checked] of batch) {
      if (checked === null) return bundlePath(index, width);
      if (checked.root === null) rest = Buffer.from(checked.hashes);
      else roots.push(Buffer.from(checked.root));
    }
  }
  return { roots, rest };
}

/** The path of the first tile above the lowest level that is not what stands below it; null: all are. */
async function checkUpperTiles(read: ReadObject, size: number, roots: readonly Buffer[]): Promise<string | null> {
  let below = roots;
  for (let level = 1; below.length > 0; level++) {
    const above: Buffer[] = [];
    for (let index = 0; index * TILE_WIDTH < below.length; index++) {
      const width = widthAt(size, level, index);
      const tile = Buffer.concat(below.slice(index * TILE_WIDTH, index * TILE_WIDTH + width));
      const path = tilePath(level, index, width);
      if (!tile.equals((await read(path)) ?? new Uint8Array())) return path;
      if (width === TILE_WIDTH) above.push(rootOfTile(tile));
    }
    below = above;
  }
  return null;
}

function rootOf({ roots, rest }: Bottom): Buffer {
  if (roots.length === 0 && rest.length === 0) return EMPTY_ROOT;
  const tiled = RightEdge.empty(); // of full tiles: each is a leaf of this tree, as it is a subtree of the whole
  for (const root of roots) tiled.append(root);
  const edge = RightEdge.of(tiled.size * 2 ** TILE_HEIGHT, tiled.hashes) as RightEdge;
  for (let at = 0; at < widthOf(rest); at++) edge.append(Buffer.from(hashAt(rest, at)));
  return edge.root();
}
