import type { Sha256 } from '../canonical/digest.ts';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import type { InputDocument } from '../context/index.ts';
import { textDigest } from '../canonical/text-digest.ts';
import { timestampOf, type Details } from '../evidence/index.ts';
import { Failure } from '../outcomes/index.ts';
import { decide, type Decision, type DecisionConfig, type Policy, type Reason, type RuleResult } from '../policy/index.ts';

type Recorded = Details<'policy.decision'>;
type RecordedRule = Recorded['rules'][number];

/** What became of deciding again from what the ledger keeps. */
export type Replay =
  /** The same input document gives the same decision, rule by rule. */
  | { readonly kind: 'same' }
  /** Where the record says other than what follows from its input. */
  | { readonly kind: 'differs'; readonly differences: readonly string[] }
  /** Another module decided, so that nothing is proven; `differences` under the one at hand. */
  | {
      readonly kind: 'other-policy';
      readonly recorded: Sha256;
      readonly present: Sha256;
      readonly differences: readonly string[];
    }
  /** The rules were never asked: configuration or reports could not be used, or the engine failed. */
  | { readonly kind: 'not-judged'; readonly code: string }
  /** The input document is gone, or is no document. */
  | { readonly kind: 'no-input'; readonly why: string };

/** Decides again. `input`: the bytes behind the record's input digest; null: the ledger does not hold them. Needs nothing else. */
export function replayDecision(recorded: Recorded, input: Uint8Array | null, policy: Policy): Replay {
  if (recorded.error !== null) return { kind: 'not-judged', code: recorded.error.code };
  if (input === null) return { kind: 'no-input', why: 'absent' };
  const document = documentIn(input);
  if (document === null) return { kind: 'no-input', why: 'unusable' };
  const differences = differencesBetween(recorded, document, decide(policy, document, configOf(recorded)));
  const present = policy.manifest.policy;
  if (recorded.policy.sha256 !== present) return { kind: 'other-policy', recorded: recorded.policy.sha256, present, differences };
  return differences.length === 0 ? { kind: 'same' } : { kind: 'differs', differences };
}

/** Only its bytes are known to be right; `decide` refuses what is no input document. */
function documentIn(bytes: Uint8Array): InputDocument | null {
  try {
    return parseStrictJson(bytes, { at: 'input' }) as unknown as InputDocument;
  } catch (thrown) {
    if (thrown instanceof Failure) return null;
    throw thrown;
  }
}

/** What the registry said, as far as it decided: a rule without a control was only watched in shadow. */
function configOf({ rules }: Recorded): DecisionConfig {
  return {
    modes: Object.fromEntries(rules.map(({ id, mode }) => [id, mode])),
    controls: Object.fromEntries(rules.map(({ id, controls }) => [id, controls])),
    switchedOn: rules.filter(({ mode, controls }) => mode !== 'shadow' || controls.length > 0).map(({ id }) => id),
  };
}

function differencesBetween(recorded: Recorded, document: InputDocument, decision: Decision): string[] {
  if (decision.error !== null) return [`/error: ${decision.error.code}`];
  const { subject } = recorded;
  const { change } = document;
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    '/input/sha256': [recorded.input.sha256, decision.input],
    '/decision': [recorded.decision, decision.outcome],
    '/provisional': [recorded.provisional, decision.provisional],
    '/evaluated_at': [recorded.evaluated_at, timestampOf(decision.evaluatedAt * 1000)],
    '/subject/repository': [subject.repository, document.repository.id],
    '/subject/kind': [subject.kind, change.kind],
    '/subject/number': [subject.number, change.number],
    '/subject/head': [subject.head, change.head.commit],
    '/subject/base': [subject.base, change.base.commit],
    '/subject/landed': [subject.landed, change.landed],
    '/approvals/count': [recorded.approvals.count, document.approvals.count],
    '/configuration/controls': [recorded.configuration.controls, decision.configuration.controls],
    '/configuration/roles': [recorded.configuration.roles, decision.configuration.roles],
    '/configuration/exceptions': [recorded.configuration.exceptions, decision.configuration.exceptions],
  };
  const members = Object.entries(pairs).flatMap(([pointer, [was, is]]) => (was === is ? [] : [pointer]));
  return [...members, ...rulesThatDiffer(recorded.rules, decision.rules)];
}

function rulesThatDiffer(recorded: readonly RecordedRule[], decided: readonly RuleResult[]): string[] {
  const ids = [...new Set([...recorded, ...decided].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const was = recorded.find((rule) => rule.id === id);
    const is = decided.find((rule) => rule.id === id);
    if (was === undefined || is === undefined) return [`/rules/${id}`];
    return [
      ...(was.status === is.status ? [] : [`/rules/${id}/status`]),
      ...(was.exception === is.exception ? [] : [`/rules/${id}/exception`]),
      ...(sameReasons(was.reasons, is.reasons) ? [] : [`/rules/${id}/reasons`]),
    ];
  });
}

const sameReasons = (recorded: RecordedRule['reasons'], given: readonly Reason[]): boolean =>
  recorded.length === given.length &&
  recorded.every(({ code, params }, index) => code === given[index]?.code && sameParams(params, given[index]?.params ?? {}));

/** A record holds text of outsiders as its digest alone. */
const sameParams = (recorded: RecordedRule['reasons'][number]['params'], given: Reason['params']): boolean =>
  Object.keys(recorded).length === Object.keys(given).length &&
  Object.entries(given).every(([name, value]) => {
    const was = recorded[name];
    return typeof was === 'object' ? was.sha256 === textDigest(String(value)).sha256 : was === value;
  });
