const FIRST = 1 << 10;

/** Numbers below 2^32 in the order in which they were added. As an array of numbers each would take eight bytes, and the array would be copied as it grows. */
export class NumberList {
  #numbers = new Uint32Array(FIRST);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get last(): number | null {
    return this.#numbers[this.#size - 1] ?? null;
  }

  add(number: number): void {
    if (this.#size === this.#numbers.length) {
      const grown = new Uint32Array(this.#numbers.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#size] = number;
    this.#size += 1;
  }

  sort(compare: (one: number, other: number) => number): void {
    this.#all().sort(compare);
  }

  [Symbol.iterator](): Iterator<number> {
    return this.#all().values();
  }

  #all(): Uint32Array {
    return this.#numbers.subarray(0, this.#size);
  }
}
