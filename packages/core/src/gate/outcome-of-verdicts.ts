import type { Outcome } from '../outcomes/index.ts';
import type { Verdict } from './verdict.ts';

export type VerdictOutcome = Extract<Outcome, 'allow' | 'deny' | 'invalid'>;

/** A merge group is allowed only if every change in it is; one that nobody could judge weighs more than one that was denied. */
export function outcomeOfVerdicts(verdicts: readonly Verdict[]): VerdictOutcome {
  if (verdicts.some(({ kind }) => kind === 'fault')) return 'invalid';
  return verdicts.every((each) => each.kind === 'judged' && each.judgement.decision.outcome === 'allow') ? 'allow' : 'deny';
}
