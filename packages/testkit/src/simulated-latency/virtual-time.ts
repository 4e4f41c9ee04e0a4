interface Sleeper {
  readonly at: number;
  /** Whoever began to sleep first wakes first, so that a seed repeats a run. */
  readonly order: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still while anybody can go on, and then jumps to the next one who sleeps. Computing takes no time on it: what
 * it measures is the waiting for requests. Whoever works under it must wait for nothing but promises and `sleep`.
 */
export class VirtualTime {
  readonly #sleepers: Sleeper[] = []; // a binary heap: the next to wake is the first
  #now: number;
  #order = 0;

  /** `start` in milliseconds. */
  constructor(start = 0) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.#push({ at: this.#now + milliseconds, order: this.#order++, wake }));
  }

  /** Lets time go by until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const end = (): void => {
      done = true;
    };
    work.then(end, end);
    for (;;) {
      await new Promise((go) => setImmediate(go)); // by then everybody has gone on who could without waiting
      if (done) return work;
      const next = this.#pop();
      if (next === undefined) throw new Error('everybody waits, and nobody for a time');
      this.#now = next.at;
      next.wake();
    }
  }

  #push(sleeper: Sleeper): void {
    const heap = this.#sleepers;
    let index = heap.push(sleeper) - 1;
    for (let parent = (index - 1) >> 1; index > 0 && this.#isSooner(index, parent); parent = (index - 1) >> 1) {
      this.#swap(index, parent);
      index = parent;
    }
  }

  #pop(): Sleeper | undefined {
    const heap = this.#sleepers;
    if (heap.length > 1) this.#swap(0, heap.length - 1);
    const next = heap.pop();
    for (let index = 0; ;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = this.#isSooner(right, left) ? right : left;
      if (!this.#isSooner(child, index)) return next;
      this.#swap(index, child);
      index = child;
    }
  }

  #isSooner(left: number, right: number): boolean {
    const [a, b] = [this.#sleepers[left], this.#sleepers[right]];
    return a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order));
  }

  #swap(left: number, right: number): void {
    const [a, b] = [this.#sleepers[left], this.#sleepers[right]];
    if (a === undefined || b === undefined) return;
    this.#sleepers[left] = b;
    this.#sleepers[right] = a;
  }
}
