import type { RecordName } from './layout.ts';

/** Every record that was committed so far, ascending: from it a verifier recomputes what a slot says in `recent`. */
export class CommittedNames {
  readonly #names: RecordName[] = [];

  /** `name` must be new. Late records are rare and land near the end, so that this is an append in practice. */
  add(name: RecordName): void {
    const at = this.#names.length === 0 || (this.#names.at(-1) ?? name) < name ? this.#names.length : this.#firstFrom(name);
    if (at === this.#names.length) this.#names.push(name);
    else this.#names.splice(at, 0, name);
  }

  /** True if `recent` is exactly the committed names from `floor` upwards. */
  endsWith(floor: RecordName, recent: readonly RecordName[]): boolean {
    const start = this.#firstFrom(floor);
    return this.#names.length - start === recent.length && recent.every((name, index) => this.#names[start + index] === name);
  }

  #firstFrom(floor: RecordName): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#names[middle] ?? floor) < floor) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
