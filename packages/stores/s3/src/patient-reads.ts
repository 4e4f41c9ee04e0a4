import { setTimeout } from 'node:timers/promises';
import type { ReadAnswer, VersionId } from '@proofrail/core/ports';
import type { ReadObject } from './read-object.ts';

// Milliseconds between readings of one object, each of several attempts by the SDK; and for how long no object at all may be readable.
const FIRST_PAUSE = 500;
const LAST_PAUSE = 2_000;
const PATIENCE = 60_000;

type ReadOnce = (key: string, version?: VersionId) => Promise<ReadObject>;

/**
 * One bad moment must not make a ledger of a million objects unavailable, nor a dead server take days to be found dead: one that takes
 * calls and answers none holds each reader for two minutes. After such a silence one of them waits, and the others hear what it heard; where
 * that one waits in vain too, nobody waits any more: something is unreadable by then, however it goes on.
 */
export class PatientReads {
  readonly #once: ReadOnce;
  /** When the bucket said last what it holds: milliseconds. */
  #answered = Date.now();
  /** What was heard by who waited in vain; null: it answers. */
  #silence: ReadAnswer | null = null;
  #isAwaited = false;
  #isGivenUp = false;

  constructor(once: ReadOnce) {
    this.#once = once;
  }

  /** Whether one has waited in vain after the first silence. */
  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** Told of a listing that nobody answered: that is a wait in vain, too. */
  heardNothing(): void {
    this.#isGivenUp ||= this.#silence !== null;
  }

  async read(key: string, version?: VersionId): Promise<ReadAnswer> {
    if (this.#silence === null) return this.#readPatiently(key, version);
    if (this.#isAwaited || this.#isGivenUp) return this.#silence;
    this.#isAwaited = true;
    try {
      const answer = await this.#readPatiently(key, version);
      this.#isGivenUp = this.#silence !== null;
      return answer;
    } finally {
      this.#isAwaited = false;
    }
  }

  async #readPatiently(key: string, version?: VersionId): Promise<ReadAnswer> {
    for (let pause = FIRST_PAUSE; ; pause *= 2) {
      const { soon = false, ...answer } = await this.#once(key, version);
      const isSilent = soon && Date.now() - this.#answered > PATIENCE;
      if (!soon) this.#answered = Date.now();
      if (isSilent || !soon) this.#silence = isSilent ? answer : null;
      if (!soon || isSilent || pause > LAST_PAUSE) return answer;
      await setTimeout(pause);
    }
  }
}
