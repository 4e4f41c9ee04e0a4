import { describe, expect, it } from '@jest/globals';
import { exitCode, worstOutcome, type Outcome } from './outcome.ts';

const ALL: readonly Outcome[] = ['allow', 'provisional', 'deny', 'invalid', 'unavailable', 'tampered'];

describe('one outcome for several', () => {
  it('is never allowed when nothing was checked', () => {
    expect(exitCode(worstOutcome([]))).toBe(2);
  });

  it('is the highest of tampered, invalid, unavailable, denied, provisional, allowed, in whatever order and however often they come', () => {
    const order: readonly Outcome[] = ['tampered', 'invalid', 'unavailable', 'deny', 'provisional', 'allow'];
    for (const first of ALL)
      for (const second of ALL)
        for (const third of ALL) {
          const expected = order.find((outcome) => [first, second, third].includes(outcome));
          expect(worstOutcome([first, second, third])).toBe(expected);
        }
  });

  it('keeps the exit codes that scripts rely on', () => {
    expect(ALL.map(exitCode)).toEqual([0, 0, 1, 2, 3, 4]);
  });
});
