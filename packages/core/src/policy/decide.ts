import type { InputDocument } from '../context/index.ts';
import { canonicalInput } from './canonical-input.ts';
import type { Decision, DecisionConfig, RuleResult } from './decision.ts';
import { Failure } from '../outcomes/index.ts';
import { describeInput } from './describe-input.ts';
import { asFailure, engineFailure } from './engine-failure.ts';
import { isInTheWay } from './is-in-the-way.ts';
import { isProvisional } from './is-provisional.ts';
import { judgeOneByOne, type Asked } from './judge-one-by-one.ts';
import { judgeRule } from './judge-rule.ts';
import { guards, modeOf } from './mode-of.ts';
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
    const { rules, fault } = judgeOrExplain({ policy, input, bytes: canonical.bytes, config });
    if (fault !== null) return { ...about, ...denial(fault), rules };
    requireSomethingJudged(rules, config);
    const outcome = rules.some(isInTheWay) ? 'deny' : 'allow';
    return { ...about, outcome, provisional: isProvisional(input, rules), cause: 'rules', error: null, rules };
  } catch (thrown) {
    return { ...about, ...denial(asFailure(thrown)), rules: [] };
  }
}

const denial = ({ code, message }: Failure) =>
  ({ outcome: 'deny', provisional: false, cause: 'error', error: { code, message } }) as const;

interface Judged {
  readonly rules: readonly RuleResult[];
  /** Why that is no decision; null: it is one. */
  readonly fault: Failure | null;
}

function judgeOrExplain(asked: Asked): Judged {
  try {
    return { rules: judge(asked), fault: null };
  } catch (thrown) {
    return { rules: judgeOneByOne(asked), fault: asFailure(thrown) };
  }
}

function judge({ policy, input, bytes, config }: Asked): RuleResult[] {
  const answers = new Map(policy.evaluate(input, bytes).map((answer) => [answer.id, answer]));
  return policy.manifest.rules.flatMap((rule) => {
    const mode = modeOf(rule, config);
    const answer = answers.get(rule.id);
    if (answer === undefined) throw engineFailure('rule-missing', `an answer of ${rule.id}`, 'none');
    return mode === null ? [] : [judgeRule(rule, answer, mode, input, config)];
  });
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
