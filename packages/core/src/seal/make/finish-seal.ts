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
import { readSlotsOfPlan } from '../slots/plan-contents.ts';
import { readBody } from '../../ledger/seals/read-body.ts';
import { readPlan, readSealObject, tampered } from '../../ledger/seals/read-plans.ts';
import { bodyKey, edgeKey, FIRST_SEAL, tileKey } from '../../ledger/seals/seal-layout.ts';
import { entriesOfPlan } from '../../ledger/seals/sealed-entry.ts';
import { readSignedNote } from '../../ledger/seals/signed-note.ts';
import { requireTruePlan } from './require-true-plan.ts';
import type { Sealer } from './sealer.ts';
import { ownSignature, signCheckpoint } from './sign-checkpoint.ts';

export interface SignedCheckpoint extends Checkpoint {
  /** The body with the signature of this sealer's key: what whoever keeps it holds against the ledger later. */
  readonly note: string;
}

interface Growth {
  /** The seal before; null: there is none. */
  readonly before: Checkpoint | null;
  /** False: somebody else's plan took the number, and says what it likes until it is checked. */
  readonly isOurs: boolean;
}

/**
 * Puts what follows from a plan, in this order: full bundles and tiles, the right edge, the body, the signature. Whatever a dead sealer
 * left out is put now, and whatever it put is the same bytes. So the body lies there for good before the log key signs it, and it is
 * computed here: one that lay there already may be anybody's.
 */
export async function finishSeal(
  sealer: Sealer,
  { plan, digest }: PlacedPlan,
  { before, isOurs }: Growth,
): Promise<SignedCheckpoint> {
  const contents = await readSlotsOfPlan(sealer.store, plan);
  if (!isOurs) await requireTruePlan(sealer, plan, contents);
  const checkpoint = await grow(sealer, plan, before, entriesOfPlan(plan, digest, contents.recordsOf));
  return { ...checkpoint, note: await signCheckpoint(sealer, plan.n, formatCheckpoint(checkpoint)) };
}

/** The same for the plan that a sealer comes upon. A body that somebody signed is not computed again: a new key of the log signs it too. */
export async function finishEarlierSeal(sealer: Sealer, placed: PlacedPlan): Promise<SignedCheckpoint> {
  const { store } = sealer;
  const { n } = placed.plan;
  const checkpoint = await readBody(store, n);
  if (checkpoint !== null) {
    const body = formatCheckpoint(checkpoint);
    const own = await ownSignature(sealer, n, body);
    if (own !== null) return { ...checkpoint, note: own };
    if ((await readSignedNote(store, n)) !== null) return { ...checkpoint, note: await signCheckpoint(sealer, n, body) };
  }
  // No plan is made before the one below it has its body; a sealer that meets one without finishes it first.
  const before = n === FIRST_SEAL ? null : await finishEarlierSeal(sealer, await readPlan(store, n - 1));
  return finishSeal(sealer, placed, { before, isOurs: false });
}

async function grow(
  sealer: Sealer,
  { n, origin }: PlacedPlan['plan'],
  before: Checkpoint | null,
  entries: Iterable<Buffer>,
): Promise<Checkpoint> {
  const full: FullTile[] = [];
  const tree = await treeBefore(sealer, n, before, (tile) => full.push(tile));
  for (const entry of entries) tree.add(entry);
  for (const tile of full) await putTile(sealer, tile);
  const checkpoint = { origin, size: tree.size, root: tree.edge.root() };
  await put(sealer, edgeKey(n), formatEdge(tree));
  await put(sealer, bodyKey(n), Buffer.from(formatCheckpoint(checkpoint)));
  return checkpoint;
}

async function treeBefore(
  { store }: Sealer,
  n: number,
  before: Checkpoint | null,
  onFull: (tile: FullTile) => void,
): Promise<TiledTree> {
  if (before === null) return new TiledTree(RightEdge.empty(), onFull);
  const edge = await readSealObject(store, edgeKey(n - 1));
  const tree = edge === null ? null : parseEdge(edge, before, onFull);
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
