import type { InputDocument } from '../context/index.ts';
import type { DecisionConfig, RuleMode, RuleResult } from './decision.ts';
import type { ManifestRule } from './manifest.ts';
import type { Reason, RuleAnswer } from './rule-answer.ts';
import { unknownFacts } from './unknown-facts.ts';

/** A rule's answer with what only the host may add: unknown facts, an exception in force, the registry's mode and controls. */
export function judgeRule(
  rule: ManifestRule,
  answer: RuleAnswer,
  mode: RuleMode,
  input: InputDocument,
  config: DecisionConfig,
): RuleResult {
  const common = { id: rule.id, mode, controls: [...(config.controls[rule.id] ?? [])] };
  if (answer.status !== 'fail') return { ...common, status: answer.status, reasons: answer.reasons, exception: null };
  const unread = unknownFacts(input, rule.inputs);
  // Unknown is not a failure that somebody can accept the risk of: nobody knows what it is.
  if (unread.length > 0) return { ...common, status: 'unknown', reasons: unread, exception: null };
  const exception = exceptionFor(rule, answer.reasons, input);
  return { ...common, status: exception === null ? 'fail' : 'waived', reasons: answer.reasons, exception };
}

function exceptionFor(rule: ManifestRule, reasons: readonly Reason[], input: InputDocument): string | null {
  if (!rule.waivable || reasons.some(({ code }) => rule.neverWaived.includes(code))) return null;
  const inForce = input.exceptions.items.find(
    ({ rule: id, scope, state }) => id === rule.id && scope === 'rule' && (state === 'active' || state === 'expiring'),
  );
  return inForce?.id ?? null;
}
