import { expect, it } from '@jest/globals';
import { failureOf, type FailureOutcome } from './failure-of.ts';
import { ConfigurationError, EngineError, TamperedError, UnavailableError } from './failure.ts';

it.each([EngineError, ConfigurationError, UnavailableError, TamperedError])(
  'a failure of another thread keeps its class, its end and its words: %p',
  (Class) => {
    const thrown = new Class('area/what', { expected: 'this', found: 'that', at: 'here', doThis: 'mend it' });
    const { outcome, code, expected, found, at, doThis } = JSON.parse(JSON.stringify({ ...thrown })) as typeof thrown;
    const again = failureOf(outcome satisfies FailureOutcome, code, { expected, found, at, doThis });
    expect(again).toBeInstanceOf(Class);
    expect(again.message).toBe(thrown.message);
  },
);
