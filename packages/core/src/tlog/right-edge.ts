import type { Span } from './proof-plan.ts';
import { EMPTY_ROOT, nodeHash } from './tree-hash.ts';

/** Told of every complete subtree as it is completed: its height (leaf: 0), its place among those of its height, its hash. */
export type OnNode = (height: number, index: number, hash: Buffer) => void;

/**
 * The right edge of a growing tree: the hashes of its largest complete subtrees from left to right, one for each bit of the size. It is
 * all that growing on needs: 24 hashes at 16 million leaves.
 */
export class RightEdge {
  readonly #hashes: Buffer[];
  #size: number;

  private constructor(size: number, hashes: Buffer[]) {
    this.#size = size;
    this.#hashes = hashes;
  }

  static empty(): RightEdge {
    return new RightEdge(0, []);
  }

  /** Null where these cannot be the hashes of a tree of that size. */
  static of(size: number, hashes: readonly Uint8Array[]): RightEdge | null {
    if (!Number.isSafeInteger(size) || size < 0 || bitsOf(size) !== hashes.length) return null;
    return new RightEdge(size, hashes.map(Buffer.from));
  }

  get size(): number {
    return this.#size;
  }

  get hashes(): readonly Buffer[] {
    return this.#hashes;
  }

  append(leaf: Buffer, onNode?: OnNode): void {
    let [hash, index] = [leaf, this.#size];
    onNode?.(0, index, hash);
    for (let height = 1; index % 2 === 1; height++) {
      hash = nodeHash(this.#hashes.pop() as Buffer, hash);
      index = (index - 1) / 2;
      onNode?.(height, index, hash);
    }
    this.#hashes.push(hash);
    this.#size += 1;
  }

  root(): Buffer {
    const [last, ...others] = this.#hashes.toReversed();
    return last === undefined ? EMPTY_ROOT : others.reduce((right, left) => nodeHash(left, right), last);
  }

  /** The hash over `[start, end)` if that is one of these subtrees. */
  over({ start, end }: Span): Buffer | null {
    const length = end - start;
    const before = this.#size - (this.#size % (length * 2)); // where the subtree of that length begins, if there is one
    const isOne = bitsOf(length) === 1 && start === before && end <= this.#size;
    return isOne ? (this.#hashes[bitsOf(before)] ?? null) : null;
  }

  /** The edge that the same tree had at its last size that is a multiple of `unit`, a power of two. */
  backTo(unit: number): RightEdge {
    const size = this.#size - (this.#size % unit);
    return new RightEdge(size, this.#hashes.slice(0, bitsOf(size)));
  }

  copy(): RightEdge {
    return new RightEdge(this.#size, [...this.#hashes]);
  }
}

/** How many bits of a number are set; beyond 32 bits too. */
export function bitsOf(number: number): number {
  return number.toString(2).replaceAll('0', '').length;
}
