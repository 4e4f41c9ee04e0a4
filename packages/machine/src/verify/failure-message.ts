import {
  EngineError,
  Failure,
  failureOf,
  type FailureCode,
  type FailureDetail,
  type FailureOutcome,
} from '@proofrail/core/outcomes';

/** A failure as it crosses from one thread to another, where classes do not. */
export interface FailureMessage {
  readonly outcome: FailureOutcome;
  readonly code: FailureCode;
  readonly detail: FailureDetail;
}

export function failureMessage(cause: unknown): FailureMessage {
  const { outcome, code, expected, found, at, doThis } = cause instanceof Failure ? cause : threadFailure(cause);
  return { outcome, code, detail: { expected, found, at, doThis } };
}

export const failureFrom = ({ outcome, code, detail }: FailureMessage): Failure => failureOf(outcome, code, detail);

/** A thread that ended, or broke, before it had answered: what it should have looked at was not looked at. */
export function threadFailure(cause: unknown): EngineError {
  if (isOutOfMemory(cause))
    return new EngineError('ledger/memory', {
      expected: 'a verification that finds room in the memory that it allows itself',
      found: 'more to keep than that, such as millions of findings',
      at: 'verifying thread',
      doThis: 'Nothing was verified. Verify one stream at a time (--stream), and mend what is found first.',
    });
  return new EngineError('ledger/inspector', {
    expected: 'an answer',
    found: String(cause),
    at: 'verifying thread',
    doThis: 'Report this as a defect.',
  });
}

/** Not by instanceof: it may be an error of another realm. */
const isOutOfMemory = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
