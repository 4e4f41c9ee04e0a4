import { ALWAYS_ON } from '../controls/registry/known-rules.ts';
import type { InputDocument } from '../context/index.ts';
import { canonicalInput } from './canonical-input.ts';
import type { Decision, DecisionConfig, RuleMode, RuleResult } from './decision.ts';
import { Failure } from '../outcomes/index.ts';
import { describeInput } from './describe-input.ts';
import { asFailure, engineFailure } from './engine-failure.ts';
import { isInTheWay } from './is-in-the-way.ts';
import { isProvisional } from './is-provisional.ts';
import { judgeRule } from './judge-rule.ts';
import type { ManifestRule } from './manifest.ts';
import type { Policy } from './policy.ts';
import { requireKnownRules } from './require-known-rules.ts';
import { requireValidInput } from './require-valid-input.ts';

/** Judges one change. Never throws: whatever goes wrong is a denial whose cause is `error` (policy.md 4.4). */
export function decide(policy: Policy, input: InputDocument, config: DecisionConfig): Decision {
  const canonical = canonicalInput(input);
  const about = { ...describeInput(input, canonical), policy: policy.manifest.policy };
  try {
    if (canonical instanceof Failure) throw canonical;
    requireValidInput(input);
    requireKnownRules(policy.manifest, input, config);
    const rules = judge(policy, input, canonical.bytes, config);
    requireSomethingJudged(rules, config);
    const outcome = rules.some(isInTheWay) ? 'deny' : 'allow';
    return { ...about, outcome, provisional: isProvisional(input, rules), cause: 'rules', error: null, rules };
  } catch (thrown) {
    const { code, message } = asFailure(thrown);
    return { ...about, outcome: 'deny', provisional: false, cause: 'error', error: { code, message }, rules: [] };
  }
}

function judge(policy: Policy, input: InputDocument, bytes: Uint8Array, config: DecisionConfig): RuleResult[] {
  const answers = new Map(policy.evaluate(input, bytes).map((answer) => [answer.id, answer]));
  return policy.manifest.rules.flatMap((rule) => {
    const mode = modeOf(rule, config);
    const answer = answers.get(rule.id);
    if (answer === undefined) throw engineFailure('rule-missing', `an answer of ${rule.id}`, 'none');
    return mode === null ? [] : [judgeRule(rule, answer, mode, input, config)];
  });
}

/** They guard the gate's own house: no registry lowers them or leaves them out, and they say nothing about the change. */
const guards = (id: string): boolean => (ALWAYS_ON as readonly string[]).includes(id);

/** Null: the registry does not ask for this rule, so it is neither judged nor reported. */
function modeOf({ id }: ManifestRule, { modes, switchedOn }: DecisionConfig): RuleMode | null {
  if (guards(id)) return 'enforce';
  const mode = Object.hasOwn(modes, id) ? modes[id] : undefined;
  if (switchedOn.includes(id)) return mode ?? 'enforce';
  return mode === 'shadow' ? 'shadow' : null;
}

/** A gate that had nothing to say about a change has not let it through (conforma/cli#393). */
function requireSomethingJudged(rules: readonly RuleResult[], { switchedOn }: DecisionConfig): void {
  const asked = rules.filter(({ id }) => switchedOn.includes(id) && !guards(id));
  if (asked.some(({ status }) => status !== 'not_applicable')) return;
  throw engineFailure(
    'nothing-applicable',
    'at least one rule that applies',
    'none',
    'switch on a rule that judges this kind of change',
  );
}
