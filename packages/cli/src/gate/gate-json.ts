import { scansOnTheirWord } from '@proofrail/core/context';
import { firstThingsFirst, remediesOf, renderReason, type Manifest, type RuleResult } from '@proofrail/core/policy';
import type { GateAnswer } from './gate-answer.ts';

/** The decision for machines: the same figures as the record, with each reason also as the sentence that people read. */
export function gateJson({ judgement, manifest, recorded, retention }: GateAnswer): Record<string, unknown> {
  const { decision, document, configuration, facts } = judgement;
  return {
    decision: {
      outcome: decision.outcome,
      provisional: decision.provisional,
      cause: decision.cause,
      error: decision.error,
      facts: decision.facts,
      evaluated_at: decision.evaluatedAt,
      input: decision.input,
      policy: decision.policy,
      configuration: decision.configuration,
    },
    change: { repository: facts.repository.id, number: facts.change.number, commit: facts.change.head.commit },
    preset: configuration.preset,
    scans_on_their_word: scansOnTheirWord(document),
    rules: firstThingsFirst(decision.rules, manifest).map((rule) => ruleJson(rule, manifest)),
    recorded,
    retention:
      retention === null ? null : { until: new Date(retention.until).toISOString(), enforced: retention.kind === 'kept' },
  };
}

function ruleJson(rule: RuleResult, manifest: Manifest) {
  const { id, status, mode, controls, exception, reasons } = rule;
  const known = manifest.rules.find((one) => one.id === id);
  return {
    id,
    title: known?.title ?? null,
    severity: known?.severity ?? null,
    status,
    mode,
    controls,
    exception,
    reasons: reasons.map((reason) => ({ ...reason, text: renderReason(manifest, id, reason) })),
    do_this: known === undefined ? null : remediesOf(rule, manifest).join(' '),
  };
}
