import type { Outcome } from '../outcomes/index.ts';
import { outcomeOf } from '../policy/index.ts';
import type { Verdict } from './verdict.ts';

export type VerdictOutcome = Extract<Outcome, 'allow' | 'deny' | 'invalid' | 'provisional'>;

/** A merge group is allowed only if every change in it is; one that nobody could judge weighs more than one that was denied. */
export function outcomeOfVerdicts(decided: readonly { readonly verdict: Verdict }[]): VerdictOutcome {
  const ends = decided.map(({ verdict }) => (verdict.kind === 'fault' ? 'invalid' : outcomeOf(verdict.judgement.decision)));
  if (ends.includes('invalid')) return 'invalid';
  if (ends.length === 0 || ends.some((end) => end !== 'allow' && end !== 'provisional')) return 'deny';
  return ends.includes('provisional') ? 'provisional' : 'allow';
}
