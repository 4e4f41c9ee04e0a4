import type { VersionId } from '../ports/object-store.ts';
import type { Target } from './inspector.ts';
import { VersionColumn } from './version-column.ts';

/** The slots that a listing showed, each with the version that counts, in the order of the listing: ascending. */
export class ListedSlots {
  readonly #numbers: number[] = [];
  readonly #versions = new VersionColumn();

  get size(): number {
    return this.#numbers.length;
  }

  /** Versions of one slot come one after the other, the earliest last. */
  has(seq: number): boolean {
    return this.#numbers.at(-1) === seq;
  }

  enter(seq: number, version: VersionId | null): void {
    if (!this.has(seq)) this.#numbers.push(seq);
    this.#versions.set(this.#numbers.length - 1, version);
  }

  *[Symbol.iterator](): Iterator<Target<number>> {
    for (const [index, name] of this.#numbers.entries()) yield { name, version: this.#versions.get(index) };
  }
}
