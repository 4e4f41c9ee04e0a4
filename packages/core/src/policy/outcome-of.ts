import type { Outcome } from '../outcomes/index.ts';
import type { Decision } from './decision.ts';

/** How a step that decided ends. The decision itself stays a denial: only the end of the step is `provisional`, in 0. */
export function outcomeOf({ outcome, provisional }: Pick<Decision, 'outcome' | 'provisional'>): Outcome {
  return outcome === 'deny' && provisional ? 'provisional' : outcome;
}
