const FIRST_ROOM = 1 << 12;
const PAIR = 2;

/** By what records could belong to others, in eight bytes each: enough to find again the few that do, beside some that do not. */
export class TieColumn {
  #pairs = new Uint32Array(FIRST_ROOM);
  #used = 0;

  add(tie: string, number: number): void {
    if (this.#used + PAIR > this.#pairs.length) {
      const more = new Uint32Array(this.#pairs.length * 2);
      more.set(this.#pairs);
      this.#pairs = more;
    }
    this.#pairs[this.#used] = shortHash(tie);
    this.#pairs[this.#used + 1] = number;
    this.#used += PAIR;
  }

  /** Numbers of every record that one of these could tie. */
  numbersOf(ties: Iterable<string>): Set<number> {
    const wanted = new Set([...ties].map(shortHash));
    const numbers = new Set<number>();
    for (let at = 0; at < this.#used; at += PAIR) if (wanted.has(this.#pairs[at] ?? 0)) numbers.add(this.#pairs[at + 1] ?? 0);
    return numbers;
  }
}

/** FNV-1a. Who plants ties that collide has records read that belong nowhere; none is shown for it. */
function shortHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
