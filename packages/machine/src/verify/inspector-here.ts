import { setImmediate } from 'node:timers/promises';
import type { InspectedKind, InspectionOf, Inspector, StreamId, TargetOf } from '@proofrail/core/ledger';
import type { TeamMember } from './team-member.ts';

/**
 * Inspects in this thread, one batch in each turn of the event loop: what a folder gives at once would else keep the thread from hearing
 * the others, and from giving them more to do.
 */
export class InspectorHere implements TeamMember {
  readonly #inspector: Inspector;
  readonly #isAtOnce: boolean;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** `isAtOnce`: what it is asked it has done before it answers, and nothing else happens meanwhile. */
  constructor(inspector: Inspector, isAtOnce: boolean) {
    this.#inspector = inspector;
    this.#isAtOnce = isAtOnce;
  }

  get waiting(): number {
    return this.#waiting;
  }

  inspect<K extends InspectedKind>(
    kind: K,
    stream: StreamId,
    targets: readonly TargetOf<K>[],
  ): Promise<readonly InspectionOf<K>[]> {
    return this.#inTurn(() => this.#inspector.inspect(kind, stream, targets));
  }

  async #inTurn<T>(inspect: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const before = this.#last;
    const answer = this.#isAtOnce ? before.then(() => setImmediate()).then(inspect) : inspect();
    this.#last = answer.catch(() => undefined); // thrown to whoever asked
    try {
      return await answer;
    } finally {
      this.#waiting -= 1;
    }
  }
}
