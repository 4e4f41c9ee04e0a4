import { renderReason } from '@proofrail/core/policy';
import type { Result } from './run.ts';

/** The decision as a document for programs: every rule, its reasons as codes and as sentences, its controls, and where the proof lies. */
export function report({ judgement: { decision, configuration, facts }, manifest, recorded }: Result) {
  return {
    schema: 'proofrail.report/v1',
    outcome: decision.outcome,
    provisional: decision.provisional,
    cause: decision.cause,
    error: decision.error,
    facts: decision.facts,
    change: { repository: facts.repository.id, number: facts.change.number, commit: facts.change.head.commit },
    preset: configuration.preset,
    rules: decision.rules.map((rule) => ({
      ...rule,
      reasons: rule.reasons.map((reason) => ({ ...reason, text: renderReason(manifest, rule.id, reason) })),
    })),
    input: decision.input,
    policy: decision.policy,
    evidence: recorded.decision.receipt,
  };
}
