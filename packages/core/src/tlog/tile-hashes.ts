import { halves, type Span } from './proof-plan.ts';
import { bitsOf, type RightEdge } from './right-edge.ts';
import { rootWithin } from './tile.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tile-path.ts';
import { HASH_BYTES, nodeHash } from './tree-hash.ts';

/** Hashes of a tile, at least the first `width` of them. Whether they are right shows in the proof that is made of them. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Buffer>;

/** Hashes of spans of a tree, from its right edge, and from its tiles, each read once. */
export class TileHashes {
  readonly #edge: RightEdge;
  readonly #read: ReadTile;
  readonly #tiles = new Map<string, Promise<Buffer>>();

  constructor(edge: RightEdge, read: ReadTile) {
    this.#edge = edge;
    this.#read = read;
  }

  all(spans: readonly Span[]): Promise<Buffer[]> {
    return Promise.all(spans.map((span) => this.of(span)));
  }

  /** A complete subtree lies within one tile; any other span is put together from those that it splits into. */
  async of(span: Span): Promise<Buffer> {
    const known = this.#edge.over(span);
    if (known !== null) return known;
    const length = span.end - span.start;
    if (bitsOf(length) === 1 && span.start % length === 0) return this.#complete(Math.log2(length), span.start / length);
    const [left, right] = await this.all(halves(span));
    return nodeHash(left as Buffer, right as Buffer);
  }

  async #complete(height: number, index: number): Promise<Buffer> {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height - level * TILE_HEIGHT);
    const first = index * count;
    const tile = await this.#tile(level, Math.floor(first / TILE_WIDTH));
    return rootWithin(tile, first % TILE_WIDTH, count);
  }

  #tile(level: number, index: number): Promise<Buffer> {
    const key = `${level}/${index}`;
    const width = widthAt(this.#edge.size, level, index);
    const tile = this.#tiles.get(key) ?? this.#read(level, index, width);
    this.#tiles.set(key, tile);
    return tile.then((bytes) => bytes.subarray(0, width * HASH_BYTES));
  }
}

/** How many hashes a tile has in a tree of that size. */
export function widthAt(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(hashes, TILE_WIDTH));
}
