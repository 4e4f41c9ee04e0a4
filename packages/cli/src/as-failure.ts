import { EngineError, Failure } from '@proofrail/core/outcomes';

/** Every failure as one of ours. What nobody foresaw is a fault of this program: it denies and never passes (decisions.md, Outcomes). */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return new EngineError('cli/fault', {
    expected: 'an answer',
    found: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `a thrown ${typeof thrown}`,
    at: 'proofrail itself',
    doThis: 'run it again with PROOFRAIL_DEBUG=1 and report what it prints',
    cause: thrown,
  });
}
