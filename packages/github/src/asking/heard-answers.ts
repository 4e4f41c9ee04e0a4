import { sha256 } from '@proofrail/core/canonical';
import { answersHeard, type Answers, type HeardAnswer } from '@proofrail/core/context';
import type { Answered } from '../github-api.ts';

/** Bytes of bodies in memory. A sound change brings a few hundred kilobytes; reports of code scanning may have 10 MB each. */
const MOST_HELD = 32 * 1_048_576;

/** Every answer of one run in the order in which they came, whatever it was worth: an auditor sees what was asked anew, and why. */
export class HeardAnswers {
  readonly #heard: HeardAnswer[] = [];
  #held = 0;

  get count(): number {
    return this.#heard.length;
  }

  note(asked: string, parameters: HeardAnswer['parameters'], { status, bytes }: Answered): void {
    this.#held += bytes.length;
    const body = this.#held > MOST_HELD ? null : bytes;
    this.#heard.push({ asked, parameters, status, bytes: bytes.length, sha256: sha256(bytes), body });
  }

  /** The first `shared`, which every change of this run rests on, and those from `from` on. */
  of(shared: number, from: number): Answers {
    return answersHeard([...this.#heard.slice(0, shared), ...this.#heard.slice(from)]);
  }
}
