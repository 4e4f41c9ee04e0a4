import type { Judgement, Verdict } from '@proofrail/core/gate';
import { isInTheWay } from '@proofrail/core/policy';
import { counted } from '@proofrail/core/text';
import type { Annotation } from '@proofrail/runner';

/** Why the step is red. Its job is the required check, so this is where people arrive; the page with everything is another job's. */
export function gateAnnotations(verdicts: readonly Verdict[]): Annotation[] {
  return verdicts.flatMap((verdict) => (verdict.kind === 'fault' ? [faulted(verdict.fault)] : denied(verdict.judgement)));
}

function denied({ decision, facts }: Judgement): Annotation[] {
  if (decision.error !== null) return [faulted(decision.error)];
  if (decision.outcome === 'allow' || decision.provisional) return [];
  const { number, checked } = facts.change;
  const broken = decision.rules.filter(isInTheWay).map(({ id }) => id);
  const how = `${broken.length} of ${counted(decision.rules.length, 'rule')} ${broken.length === 1 ? 'stands' : 'stand'} in the way`;
  return [
    {
      kind: 'error',
      title: `Denied: ${number === null ? `commit ${checked}` : `pull request ${number}`}`,
      message: `${how}: ${broken.join(', ')}. What to do first stands on the page of the job that decided.`,
    },
  ];
}

const faulted = ({ code, message }: { readonly code: string; readonly message: string }): Annotation => ({
  kind: 'error',
  title: code,
  message,
});
