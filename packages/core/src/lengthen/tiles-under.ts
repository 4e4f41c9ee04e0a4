import { TILE_WIDTH, tilePath } from '../tlog/tile-path.ts';

/**
 * Paths of the full tiles from which proofs for the entries from `from` up to, without, `to` are made in a tree of `size` entries: those
 * above each, and, where one is not full, so that nobody stores it, those that it is made of.
 */
export function* tilesUnder(from: number, to: number, size: number): Iterable<string> {
  for (let level = 0, width = TILE_WIDTH; ; level += 1, width *= TILE_WIDTH) {
    const full = Math.floor(size / width);
    const last = Math.floor((to - 1) / width);
    for (let index = Math.floor(from / width); index <= Math.min(last, full - 1); index++) yield tilePath(level, index);
    if (level > 0 && last >= full) {
      const below = Math.floor(size / (width / TILE_WIDTH));
      for (let index = full * TILE_WIDTH; index < below; index++) yield tilePath(level - 1, index);
    }
    if (full === 0) return;
  }
}
