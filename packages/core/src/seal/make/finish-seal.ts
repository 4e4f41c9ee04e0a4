import { putSurely } from '../../ledger/append/put-surely.ts';
import type { ObjectKey } from '../../ports/object-store.ts';
import { formatCheckpoint, type Checkpoint } from '../../tlog/checkpoint.ts';
import { RightEdge } from '../../tlog/right-edge.ts';
import { rootOfTile } from '../../tlog/tile.ts';
import { bundlePath, tilePath, TILE_WIDTH } from '../../tlog/tile-path.ts';
import { TiledTree, type FullTile } from '../../tlog/tiled-tree.ts';
import { HASH_BYTES } from '../../tlog/tree-hash.ts';
import { formatEdge, parseEdge } from '../../ledger/seals/edge-object.ts';
import { readFullTile } from '../../ledger/seals/full-tile.ts';
import type { PlacedPlan } from '../../ledger/seals/plan.ts';
import { readPlanEntries } from '../slots/plan-contents.ts';
import { readBody } from '../../ledger/seals/read-body.ts';
import { readPlan, readSealObject, tampered } from '../../ledger/seals/read-plans.ts';
import { bodyKey, edgeKey, FIRST_SEAL, tileKey } from '../../ledger/seals/seal-layout.ts';
import type { Sealer } from './sealer.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

export interface SignedCheckpoint extends Checkpoint {
  /** The body with the signature of this sealer's key: what whoever keeps it holds against the ledger later. */
  readonly note: string;
}

/**
 * Puts what follows from a plan, in this order: full bundles and tiles, the right edge, the body, the signature. Whatever a dead sealer
 * left out is put now, and whatever it put is the same bytes. So the body lies there for good before the log key signs it.
 */
export async function finishSeal(sealer: Sealer, placed: PlacedPlan): Promise<SignedCheckpoint> {
  const { n } = placed.plan;
  const checkpoint = (await readBody(sealer.store, n)) ?? (await grow(sealer, placed));
  return { ...checkpoint, note: await signCheckpoint(sealer, n, formatCheckpoint(checkpoint)) };
}

async function grow(sealer: Sealer, placed: PlacedPlan): Promise<Checkpoint> {
  const { n, origin } = placed.plan;
  const full: FullTile[] = [];
  const tree = await treeBefore(sealer, n, (tile) => full.push(tile));
  for (const entry of await readPlanEntries(sealer.store, placed)) tree.add(entry);
  for (const tile of full) await putTile(sealer, tile);
  const checkpoint = { origin, size: tree.size, root: tree.edge.root() };
  await put(sealer, edgeKey(n), formatEdge(tree));
  await put(sealer, bodyKey(n), Buffer.from(formatCheckpoint(checkpoint)));
  return checkpoint;
}

/** No plan is made before the one below it has its body; a sealer that meets one without finishes it first. */
async function treeBefore(sealer: Sealer, n: number, onFull: (tile: FullTile) => void): Promise<TiledTree> {
  if (n === FIRST_SEAL) return new TiledTree(RightEdge.empty(), onFull);
  const { store } = sealer;
  const checkpoint = (await readBody(store, n - 1)) ?? (await finishSeal(sealer, await readPlan(store, n - 1)));
  const edge = await readSealObject(store, edgeKey(n - 1));
  const tree = edge === null ? null : parseEdge(edge, checkpoint, onFull);
  if (tree === null)
    throw tampered('seal/mismatch', edgeKey(n - 1), 'the right edge of the tree of the checkpoint', 'another one');
  return tree;
}

async function putTile(sealer: Sealer, tile: FullTile): Promise<void> {
  if (tile.kind === 'entries') return put(sealer, tileKey(bundlePath(tile.index)), tile.bytes);
  await put(sealer, tileKey(tilePath(tile.level, tile.index)), await completed(sealer, tile));
}

/** A tile above the lowest level completes once in 65,536 entries; what it began with stands in the tiles below. */
async function completed(sealer: Sealer, { level, index, from, bytes }: Extract<FullTile, { kind: 'tile' }>): Promise<Buffer> {
  for (let at = 0; at < from; at++) {
    const below = await readFullTile(sealer.store, level - 1, index * TILE_WIDTH + at);
    rootOfTile(below).copy(bytes, at * HASH_BYTES);
  }
  return bytes;
}

async function put(sealer: Sealer, key: ObjectKey, bytes: Uint8Array): Promise<void> {
  const placed = await putSurely(sealer, key, bytes);
  if (placed.kind === 'taken') throw tampered('seal/mismatch', key, 'the bytes that follow from the plans', 'other bytes');
}
