import { ConfigurationError, TamperedError, UnavailableError, type Failure } from '@proofrail/core/outcomes';
import { ChildExit } from './exit-codes.ts';
import type { Limits } from '../limits.ts';

export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Which limit made us end it, if one did. */
  readonly cut: 'time' | 'answer' | undefined;
  readonly stderr: string;
}

/** Why the child's end is not an answer, or undefined when it is one. */
export function childFailure(end: ChildEnd, program: string, limits: Limits): Failure | undefined {
  if (end.cut === 'time') {
    return new UnavailableError('rego/timeout', {
      expected: `an answer within ${limits.seconds} s`,
      found: 'none',
      at: program,
      doThis: 'look for a policy that does not end, or raise the limit of seconds',
    });
  }
  if (end.cut === 'answer') {
    return new ConfigurationError('rego/answer-too-long', {
      expected: `an answer of at most ${limits.answerMiB} MiB`,
      found: 'a longer one',
      at: program,
      doThis: 'ask for less at once: fewer inputs, or a narrower query',
    });
  }
  switch (end.code) {
    case 0:
      return undefined;
    case ChildExit.programMissing:
      return new UnavailableError('rego/compiler-missing', {
        expected: 'the Rego compiler',
        found: 'no readable file',
        at: program,
        doThis: 'restore dist/rego from the release, or build it with "node packages/rego/build.ts"',
      });
    case ChildExit.programAltered:
      return new TamperedError('rego/compiler-altered', {
        expected: 'the compiler with the digest that this release names',
        found: 'other bytes; they were not run',
        at: program,
        doThis: 'restore dist/rego from the release, and find out who changed it',
      });
    default:
      return crash(end, program, limits);
  }
}

function crash(end: ChildEnd, program: string, limits: Limits): Failure {
  // Go's own words (runtime/malloc.go) when V8 refuses to grow the memory beyond --wasm-max-mem-pages.
  if (/out of memory|cannot allocate memory/.test(end.stderr)) {
    return new UnavailableError('rego/out-of-memory', {
      expected: `a request that needs at most ${limits.memoryMiB} MiB`,
      found: 'one that needs more',
      at: program,
      doThis: 'make the policy or its inputs smaller, or raise the limit of memoryMiB',
    });
  }
  if (end.stderr.includes('Maximum call stack size exceeded')) {
    return new ConfigurationError('rego/too-deep', {
      expected: 'a policy and inputs nested less than some thousand levels deep',
      found: 'deeper nesting',
      at: program,
      doThis: 'flatten the policy or the document',
    });
  }
  return new UnavailableError('rego/crashed', {
    expected: 'an answer from the Rego compiler',
    found: `${end.signal ?? `exit code ${end.code}`}: ${cause(end.stderr)}`,
    at: program,
    doThis: 'report it with the policy that caused it',
  });
}

function cause(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /^(panic|fatal error|\w*Error)\b/.test(line)) ?? lines[0] ?? 'no message';
}
