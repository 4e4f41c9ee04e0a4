import type { Outcome } from '../outcomes/index.ts';
import type { Decision } from './decision.ts';

/** How a step ends that decided: with which exit code, and in which word. */
export interface DecidedOutcome {
  readonly outcome: Extract<Outcome, 'allow' | 'deny'>;
  /** `provisional` is no `allow`: a later step that asks for that word does not get it. */
  readonly word: 'allow' | 'provisional' | 'deny';
}

/** A provisional denial ends in 0, so that the pull request may enter the merge queue, where it is judged again. */
export function outcomeOf({ outcome, provisional }: Pick<Decision, 'outcome' | 'provisional'>): DecidedOutcome {
  if (outcome === 'allow') return { outcome, word: 'allow' };
  return provisional ? { outcome: 'allow', word: 'provisional' } : { outcome, word: 'deny' };
}
