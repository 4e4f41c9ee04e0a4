import type { TamperedError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { parseCheckpoint, type Checkpoint } from '../../tlog/checkpoint.ts';
import type { Note } from '../../tlog/note.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { rootOfTile } from '../../tlog/tile.ts';
import { TileHashes } from '../../tlog/tile-hashes.ts';
import { TILE_WIDTH } from '../../tlog/tile-path.ts';
import type { TiledTree } from '../../tlog/tiled-tree.ts';
import { parseEdge } from './edge-object.ts';
import { readFullTile } from './full-tile.ts';
import { newestPlan, readSealObject, tampered } from './read-plans.ts';
import { bodyKey, edgeKey, FIRST_SEAL } from './seal-layout.ts';
import { readSignedNote } from './signed-note.ts';

/** The log as its newest signed checkpoint has it, from which proofs are made. Whoever checks a proof need not believe any of it. */
export interface SealedTree {
  readonly n: number;
  readonly checkpoint: Checkpoint;
  readonly note: Note;
  /** Its edge, and the entries that fill no bundle yet. */
  readonly tree: TiledTree;
  readonly hashes: TileHashes;
}

/** Whose lines beside a checkpoint count. */
export interface LogVouchers {
  /** Of the log. */
  readonly keys: readonly NoteKey[];
  readonly witnesses: readonly NoteKey[];
}

/**
 * Null: nothing is sealed yet, or nothing under these keys. `vouchers` null: every line beside the checkpoint counts, whoever put it there.
 * TamperedError `seal/...`, UnavailableError `seal/unreadable`.
 */
export async function newestSealedTree(store: ObjectStore, vouchers: LogVouchers | null): Promise<SealedTree | null> {
  return newestTree(store, Infinity, (n) => readSignedNote(store, n, vouchers?.keys, vouchers?.witnesses));
}

/** The same, as one of these keys signed it; null: none of them goes on with this log. */
export async function newestTreeUnder(store: ObjectStore, keys: readonly NoteKey[]): Promise<SealedTree | null> {
  // No plan is made before the seal below it is signed, so that none but the newest can be without its signature.
  return newestTree(store, 2, (n) => readSignedNote(store, n, keys));
}

/** Of the newest `most` seals the first that has such a note. */
async function newestTree(
  store: ObjectStore,
  most: number,
  noteOf: (n: number) => Promise<Note | null>,
): Promise<SealedTree | null> {
  const newest = (await newestPlan(store))?.plan.n ?? 0;
  for (let n = newest; n >= Math.max(FIRST_SEAL, newest - most + 1); n--) {
    const note = await noteOf(n);
    if (note !== null) return sealedTree(store, n, note);
  }
  return null;
}

/** The same for one seal by its number. */
export async function treeOfSeal(store: ObjectStore, n: number): Promise<SealedTree> {
  const note = await readSignedNote(store, n);
  if (note === null) throw misfit(n);
  return sealedTree(store, n, note);
}

async function sealedTree(store: ObjectStore, n: number, note: Note): Promise<SealedTree> {
  const checkpoint = parseCheckpoint(note.text);
  const edge = await readSealObject(store, edgeKey(n));
  const tree = checkpoint === null || edge === null ? null : parseEdge(edge, checkpoint, () => undefined);
  if (checkpoint === null || tree === null) throw misfit(n);
  const readTile = (level: number, index: number, width: number) => tileOf(store, tree, { level, index, width });
  return { n, checkpoint, note, tree, hashes: new TileHashes(tree.edge, readTile) };
}

interface Wanted {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** A full tile as it is stored; one that is not full yet from the rest of the bundle, or from the tiles below it. */
export async function tileOf(store: ObjectStore, tree: TiledTree, { level, index, width }: Wanted): Promise<Buffer> {
  if (width === TILE_WIDTH) return readFullTile(store, level, index);
  if (level === 0) return tree.rest.hashes;
  const below = Array.from({ length: width }, (_, at) => readFullTile(store, level - 1, index * TILE_WIDTH + at));
  return Buffer.concat((await Promise.all(below)).map(rootOfTile));
}

const misfit = (n: number): TamperedError =>
  tampered('seal/mismatch', bodyKey(n), 'a checkpoint with its right edge beside it', 'two that do not fit');
