import { expect, it } from '@jest/globals';
import { SeededRandom } from '../context/test/seeded-random.ts';
import { inclusionSpans } from '../tlog/proof-plan.ts';
import { bitsOf, RightEdge } from '../tlog/right-edge.ts';
import { TileHashes } from '../tlog/tile-hashes.ts';
import { tilePath, TILE_WIDTH } from '../tlog/tile-path.ts';
import { HASH_BYTES } from '../tlog/tree-hash.ts';
import { tilesUnder } from './tiles-under.ts';

const random = new SeededRandom(20261122);

/** The stored tiles that a proof for one entry is made of, as `prove` reads them. */
async function tilesRead(index: number, size: number): Promise<Set<string>> {
  const read = new Set<string>();
  const hash = (): Buffer => Buffer.alloc(HASH_BYTES);
  const edge = RightEdge.of(size, Array.from({ length: bitsOf(size) }, hash));
  if (edge === null) throw new Error(`no edge of ${size}`);
  const hashes = new TileHashes(edge, (level, at, width) => {
    if (width === TILE_WIDTH) read.add(tilePath(level, at));
    else if (level > 0) for (let below = 0; below < width; below++) read.add(tilePath(level - 1, at * TILE_WIDTH + below));
    return Promise.resolve(Buffer.alloc(TILE_WIDTH * HASH_BYTES));
  });
  await hashes.all(inclusionSpans(index, size));
  return read;
}

it('names every stored tile that a proof for one of the entries is made of, in trees of every height', async () => {
  const sizes = [1, 255, 256, 257, 600, 65_535, 65_536, 65_537, 70_000, 131_072, 16_777_216, 16_777_217, 20_000_000];
  for (let round = 0; round < 300; round++) {
    const size = sizes[round] ?? 1 + random.below(30_000_000);
    const from = random.below(size);
    const to = Math.min(size, from + 1 + random.below(2_000));
    const named = new Set(tilesUnder(from, to, size));
    for (const index of [from, to - 1, from + random.below(to - from)]) {
      const missing = [...(await tilesRead(index, size))].filter((path) => !named.has(path));
      expect({ size, index, missing }).toEqual({ size, index, missing: [] });
    }
  }
});

it('names full ones alone, and for one entry no more than two tiles have room for', () => {
  for (let round = 0; round < 200; round++) {
    const size = 1 + random.below(200_000);
    const from = random.below(size);
    const named = [...tilesUnder(from, from + 1, size)];
    expect(named.length).toBeLessThanOrEqual(1 + 2 * TILE_WIDTH);
    for (const path of named) expect(path).not.toContain('.p/');
  }
});
