/** Keys in the order of S3's listings: by UTF-8 bytes, which is not the order of JavaScript's strings. */
export class SortedKeys {
  readonly #keys: { readonly key: string; readonly bytes: Buffer }[] = [];

  add(key: string): void {
    const bytes = Buffer.from(key);
    this.#keys.splice(this.#firstFrom(bytes), 0, { key, bytes });
  }

  remove(key: string): void {
    const index = this.#firstFrom(Buffer.from(key));
    if (this.#keys[index]?.key === key) this.#keys.splice(index, 1);
  }

  /** Those that start with `prefix` and are at least `from`. */
  *under(prefix: string, from: string): Iterable<string> {
    const start = Buffer.compare(Buffer.from(prefix), Buffer.from(from)) > 0 ? prefix : from;
    for (let index = this.#firstFrom(Buffer.from(start)); index < this.#keys.length; index += 1) {
      const key = this.#keys[index]?.key ?? '';
      if (!key.startsWith(prefix)) return;
      yield key;
    }
  }

  #firstFrom(bytes: Buffer): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.#keys[middle];
      if (entry !== undefined && Buffer.compare(entry.bytes, bytes) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
