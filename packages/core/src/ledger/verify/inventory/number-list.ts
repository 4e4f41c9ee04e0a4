const FIRST = 1 << 10;

/**
 * Numbers below 2^32 in the order in which they were added. Those that follow one another, as a bucket's listing gives them, take no room;
 * others four bytes each, where an array of numbers would take eight and be copied as it grows.
 */
export class NumberList {
  /** Null: as long as each number is one more than the one before. */
  #numbers: Uint32Array<ArrayBuffer> | null = null;
  #first = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get last(): number | null {
    if (this.#size === 0) return null;
    return this.#numbers === null ? this.#first + this.#size - 1 : (this.#numbers[this.#size - 1] ?? null);
  }

  add(number: number): void {
    if (this.#size === 0) this.#first = number;
    else if (this.#numbers === null && number !== this.#first + this.#size) this.#spellOut();
    if (this.#numbers !== null) this.#room(this.#numbers)[this.#size] = number;
    this.#size += 1;
  }

  sort(compare: (one: number, other: number) => number): void {
    this.#spellOut().sort(compare);
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let at = 0; at < this.#size; at++) yield this.#numbers === null ? this.#first + at : (this.#numbers[at] ?? 0);
  }

  #spellOut(): Uint32Array {
    this.#numbers ??= Uint32Array.from({ length: Math.max(FIRST, 2 * this.#size) }, (_, at) => this.#first + at);
    return this.#numbers.subarray(0, this.#size);
  }

  #room(numbers: Uint32Array<ArrayBuffer>): Uint32Array {
    if (this.#size < numbers.length) return numbers;
    const grown = new Uint32Array(numbers.length * 2);
    grown.set(numbers);
    return (this.#numbers = grown);
  }
}
