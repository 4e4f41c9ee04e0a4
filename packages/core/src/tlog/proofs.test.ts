import { describe, expect, it } from '@jest/globals';
import { consistencySpans, inclusionSpans } from './proof-plan.ts';
import { RightEdge } from './right-edge.ts';
import { TileHashes, widthAt } from './tile-hashes.ts';
import { TiledTree } from './tiled-tree.ts';
import { rootOfTile } from './tile.ts';
import { EMPTY_ROOT, HASH_BYTES, leafHash, nodeHash } from './tree-hash.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

const SIZE = 1_200;
const entries = Array.from({ length: SIZE }, (_, n) => Buffer.from(`entry ${n}`));
const leaves = entries.map(leafHash);

/** The definition of RFC 6962 2.1, word for word: slow, and nothing to get wrong. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes;
  if (first === undefined) return EMPTY_ROOT;
  if (hashes.length === 1) return first;
  let left = 1;
  while (left * 2 < hashes.length) left *= 2;
  return nodeHash(rootOf(hashes.slice(0, left)), rootOf(hashes.slice(left)));
}

/** Tiles of the log as they stand once it has grown to SIZE; a smaller tree reads the beginning of the same tiles. */
const levels = [leaves, ...[0].map(() => chunked(leaves).map((tile) => rootOfTile(Buffer.concat(tile))))];

function chunked(hashes: readonly Buffer[]): Buffer[][] {
  const full = Math.floor(hashes.length / 256);
  return Array.from({ length: full }, (_, n) => hashes.slice(n * 256, (n + 1) * 256));
}

const edgeOf = (size: number): RightEdge => {
  const edge = RightEdge.empty();
  for (const leaf of leaves.slice(0, size)) edge.append(leaf);
  return edge;
};

const tiles = (size: number, onRead: (tile: string) => void = () => undefined): TileHashes =>
  new TileHashes(edgeOf(size), (level, index, width) => {
    onRead(`${level}/${index}`);
    expect(width).toBe(widthAt(size, level, index));
    return Promise.resolve(Buffer.concat((levels[level] ?? []).slice(index * 256, (index + 1) * 256)));
  });

const SIZES = [1, 2, 3, 4, 5, 7, 8, 9, 255, 256, 257, 511, 512, 513, 600, 1_023, 1_024, 1_025, SIZE];
const flipped = (hash: Buffer): Buffer => Buffer.from(hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte)));

describe('a tree', () => {
  it('has the root of RFC 6962 at every size on its way', () => {
    const edge = RightEdge.empty();
    expect(edge.root()).toEqual(EMPTY_ROOT);
    for (const [n, leaf] of leaves.slice(0, 520).entries()) {
      edge.append(leaf);
      expect(edge.root()).toEqual(rootOf(leaves.slice(0, n + 1)));
    }
  });

  it('grows on from its right edge alone, and from a step back to a full tile', () => {
    const whole = edgeOf(SIZE);
    for (const size of SIZES) {
      const part = edgeOf(size);
      const resumed = RightEdge.of(part.size, part.hashes) as RightEdge;
      for (const leaf of leaves.slice(size)) resumed.append(leaf);
      const back = part.backTo(256);
      for (const leaf of leaves.slice(back.size)) back.append(leaf);
      expect([resumed.root(), back.root()]).toEqual([whole.root(), whole.root()]);
    }
    expect(RightEdge.of(3, [EMPTY_ROOT])).toBeNull();
  });

  it('hands out the same full tiles whether it grew at once or in steps', () => {
    const atOnce: unknown[] = [];
    const whole = new TiledTree(RightEdge.empty(), (tile) => atOnce.push(tile));
    for (const entry of entries) whole.add(entry);
    expect(atOnce).toHaveLength(8); // four bundles and their tiles
    const inSteps: unknown[] = [];
    let tree = new TiledTree(RightEdge.empty(), (tile) => inSteps.push(tile));
    for (const size of [100, 256, 300, 900, SIZE]) {
      const { size: from } = tree.edge.backTo(256);
      tree = new TiledTree(tree.edge.backTo(256), (tile) => inSteps.push(tile));
      for (const entry of entries.slice(from, size)) tree.add(entry);
    }
    expect(inSteps).toEqual(atOnce);
    expect(() => new TiledTree(tree.edge, () => undefined)).toThrow(RangeError);
  });
});

describe('a proof made from tiles', () => {
  it('shows every entry in every tree, and no other entry, place, size or root', async () => {
    for (const size of SIZES) {
      const root = rootOf(leaves.slice(0, size));
      const hashes = tiles(size);
      for (const index of new Set([0, 1, Math.floor(size / 2), 255, 256, size - 2, size - 1].filter((n) => n >= 0 && n < size))) {
        const leaf = leaves[index] as Buffer;
        const proof = await hashes.all(inclusionSpans(index, size));
        expect(verifyInclusion({ index, size, leaf, proof, root })).toBe(true);
        const wrong = [
          { leaf: flipped(leaf) },
          { root: flipped(root) },
          { index: index + 1 },
          { index: index - 1 },
          { size: index },
          { proof: [...proof, root] },
          { proof: proof.length === 0 ? [root] : proof.slice(1) },
          ...proof.map((hash, at) => ({ proof: proof.with(at, flipped(hash)) })),
        ];
        for (const change of wrong) expect(verifyInclusion({ index, size, leaf, proof, root, ...change })).toBe(false);
      }
    }
  });

  it('of the newest entry takes all that lies left of a tile that is not full from the right edge', async () => {
    for (const size of SIZES.filter((one) => one % 256 !== 0)) {
      const read: string[] = [];
      await tiles(size, (tile) => read.push(tile)).all(inclusionSpans(size - 1, size));
      expect(read.filter((tile) => tile !== `0/${Math.floor((size - 1) / 256)}`)).toEqual([]);
    }
  });

  it('shows that a tree begins with each older one, and with no other', async () => {
    for (const size of SIZES) {
      for (const before of SIZES.filter((one) => one <= size)) {
        const [older, newer] = [before, size].map((one) => ({ size: one, root: rootOf(leaves.slice(0, one)) })) as [never, never];
        const proof = await tiles(size).all(consistencySpans(before, size));
        expect(verifyConsistency(older, newer, proof)).toBe(true);
        expect(verifyConsistency({ size: before, root: flipped(rootOf(leaves.slice(0, before))) }, newer, proof)).toBe(false);
        for (const [at, hash] of proof.entries())
          expect(verifyConsistency(older, newer, proof.with(at, flipped(hash)))).toBe(false);
        expect(verifyConsistency(older, newer, [...proof, Buffer.alloc(HASH_BYTES)])).toBe(false);
      }
    }
  });
});
