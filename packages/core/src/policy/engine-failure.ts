import { EngineError, Failure } from '../outcomes/index.ts';

/** `policy/…`: the engine, not the change, is at fault; nobody but the maintainers can mend it. */
export function engineFailure(code: string, expected: string, found: string, doThis?: string): EngineError {
  return new EngineError(`policy/${code}`, {
    expected,
    found,
    at: 'policy.wasm',
    doThis: doThis ?? 'use a released version unchanged; if it is one, report this with the stored input',
  });
}

/** What a module throws that may not grow any more (`memory-size.ts`). */
const OUT_OF_MEMORY = 'opa_malloc: failed';

/** The SDK throws plain strings and plain objects as well as errors (policy.md 1.3): none may be lost or taken for an answer. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown === OUT_OF_MEMORY)
    return engineFailure(
      'memory',
      'an evaluation within the memory that an input of its size is given',
      'a need for more',
      'have scanners report less, and take out exceptions that have expired; if there are not many, report it with the stored input',
    );
  return engineFailure('threw', 'an evaluation that ends', describeThrown(thrown));
}

function describeThrown(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return `a thrown ${thrown === null ? 'null' : typeof thrown}`;
}
