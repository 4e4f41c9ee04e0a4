import type { EngineError } from '../outcomes/index.ts';
import type { Decision } from './decision.ts';
import { engineFailure } from './engine-failure.ts';

/** For how long a module may be asked, in milliseconds. */
export interface TimeLimits {
  /** Bytes of the input document from which on somebody looks at the clock. */
  readonly from: number;
  readonly together: number;
  /** Each rule, where asking all of them failed: for the report alone, so that the step ends soon after. */
  readonly alone: number;
}

// The largest input there may be takes 0.8 seconds (27 MB, 120,000 findings, on a busy machine with two cores); rules that grow with the square
// of a list take half a second below 256 kB, where looking at the clock would cost every gate half a millisecond.
export const TIME_LIMITS: TimeLimits = { from: 256 * 1024, together: 20_000, alone: 4_000 };

export const timeoutFailure = (milliseconds: number): EngineError =>
  engineFailure(
    'timeout',
    `an answer within ${milliseconds / 1000} seconds`,
    'none',
    'run it again; if it takes as long again, have scanners report less, and report it with the stored input',
  );

/** Alone among all causes this one may be there in one run over the same bytes and not in another. */
export const isOutOfTime = ({ error }: Pick<Decision, 'error'>): boolean => error?.code === 'policy/timeout';

/** What the same decision is where there was no time for it. What rules answered one by one is left out: how many do is a matter of time, too. */
export function withoutTime(decision: Decision): Decision {
  const { code, message } = timeoutFailure(TIME_LIMITS.together);
  return { ...decision, outcome: 'deny', provisional: false, cause: 'error', error: { code, message }, rules: [] };
}
