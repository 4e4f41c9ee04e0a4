import { encodeEntries } from './entry-bundle.ts';
import type { RightEdge } from './right-edge.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tile-path.ts';
import { HASH_BYTES, leafHash } from './tree-hash.ts';

/** An object of a tiled log that is complete, and hence never changes again. */
export type FullTile =
  | { readonly kind: 'entries'; readonly index: number; readonly bytes: Buffer }
  /** `from`: how many of its hashes, from the left, were there before this tree began to grow and are not known to it. */
  | { readonly kind: 'tile'; readonly level: number; readonly index: number; readonly from: number; readonly bytes: Buffer };

/** A tree that grows by entries and hands out each bundle and tile as soon as it is full: a pure function of the edge and the entries. */
export class TiledTree {
  readonly #edge: RightEdge;
  readonly #onFull: (tile: FullTile) => void;
  readonly #levels: { bytes: Buffer; from: number }[] = [];
  #entries: Uint8Array[] = [];

  /** `edge`: of a tree whose size is a multiple of 256; backTo gives it. */
  constructor(edge: RightEdge, onFull: (tile: FullTile) => void) {
    if (edge.size % TILE_WIDTH !== 0) throw new RangeError(`a tree of ${edge.size} leaves ends within a tile`);
    this.#edge = edge.copy();
    this.#onFull = onFull;
  }

  get size(): number {
    return this.#edge.size;
  }

  get edge(): RightEdge {
    return this.#edge;
  }

  /** Entries of the bundle that is not full yet, and their hashes. */
  get rest(): { readonly entries: readonly Uint8Array[]; readonly hashes: Buffer } {
    const bytes = this.#levels[0]?.bytes ?? Buffer.alloc(0);
    return { entries: this.#entries, hashes: bytes.subarray(0, this.#entries.length * HASH_BYTES) };
  }

  add(entry: Uint8Array): void {
    this.#entries.push(entry);
    if (this.#entries.length === TILE_WIDTH) {
      this.#onFull({ kind: 'entries', index: (this.size + 1) / TILE_WIDTH - 1, bytes: encodeEntries(this.#entries) });
      this.#entries = [];
    }
    this.#edge.append(leafHash(entry), (height, index, hash) => {
      if (height % TILE_HEIGHT === 0) this.#put(height / TILE_HEIGHT, index, hash);
    });
  }

  #put(level: number, index: number, hash: Buffer): void {
    const place = index % TILE_WIDTH;
    const tile = (this.#levels[level] ??= { bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), from: place });
    tile.bytes.set(hash, place * HASH_BYTES);
    if (place < TILE_WIDTH - 1) return;
    this.#levels[level] = { bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), from: 0 };
    this.#onFull({ kind: 'tile', level, index: (index - place) / TILE_WIDTH, ...tile });
  }
}
