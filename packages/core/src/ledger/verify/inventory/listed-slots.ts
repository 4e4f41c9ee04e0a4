import type { VersionId } from '../../../ports/object-store.ts';
import type { Target } from '../inspect/inspector.ts';
import { VersionColumn } from './version-column.ts';

/** The slots that a listing showed, each with the version that counts. */
export class ListedSlots {
  readonly #numbers: number[] = [];
  readonly #versions = new VersionColumn();
  #isAscending = true;

  get size(): number {
    return this.#numbers.length;
  }

  /** Versions of one slot come one after the other, the earliest last. */
  has(seq: number): boolean {
    return this.#numbers.at(-1) === seq;
  }

  enter(seq: number, version: VersionId | null): void {
    if (!this.has(seq)) {
      this.#isAscending &&= (this.#numbers.at(-1) ?? 0) < seq;
      this.#numbers.push(seq);
    }
    this.#versions.set(this.#numbers.length - 1, version);
  }

  /** Upwards. */
  *[Symbol.iterator](): Iterator<Target<number>> {
    for (const index of this.#isAscending ? this.#numbers.keys() : this.#sorted())
      yield { name: this.#numbers[index] ?? 0, version: this.#versions.get(index) };
  }

  #sorted(): Iterable<number> {
    const numbers = this.#numbers;
    return Uint32Array.from(numbers.keys()).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  }
}
