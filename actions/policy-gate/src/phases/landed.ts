import type { VerdictOutcome } from '@proofrail/core/gate';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { JudgedSubject } from '@proofrail/github';

/**
 * On any other event a denial still stops something: a step that ended well there would be a gate that stops nothing.
 *
 * @throws ConfigurationError `input/not-for-this-event`
 */
export function requirePush({ kind }: JudgedSubject): void {
  if (kind === 'push') return;
  throw new ConfigurationError('input/not-for-this-event', {
    expected: 'a push in phase landed, which stops nothing because everything has landed',
    found: kind,
    at: 'with.phase',
    doThis: 'leave "phase" out: the gate then decides, records, and fails the step if it denies',
  });
}

/**
 * What landed denied is on record, and whether that is a bypass, or one that an exception covers, is for `merges verify` to say: two steps
 * that judge the same push must not end in different ways. What could not be judged or recorded still ends this step.
 */
export const outcomeOfLanded = (outcome: VerdictOutcome): VerdictOutcome => (outcome === 'deny' ? 'allow' : outcome);
