import type { Effect } from './course.ts';

/** When requests take effect. Each does so in one go; what varies is which one is next. */
export class Effects {
  readonly #held: (() => void)[] = [];
  #late: (() => unknown)[] = [];

  /** What the request did, once it has done it; null: nothing, or nothing yet. */
  async undergo<T>(effect: Effect, apply: () => T): Promise<T | null> {
    switch (effect) {
      case 'never':
        return this.#thenLate(null);
      case 'at-once':
        return this.#thenLate(apply());
      case 'after-the-next':
        this.#thenLate(null);
        this.#late.push(apply);
        return null;
      case 'when-released':
        await new Promise<void>((released) => this.#held.push(released));
        return apply();
    }
  }

  release(): void {
    this.#thenLate(null);
    for (const released of this.#held.splice(0)) released();
  }

  #thenLate<T>(answer: T): T {
    const late = this.#late;
    this.#late = [];
    for (const apply of late) apply();
    return answer;
  }
}
