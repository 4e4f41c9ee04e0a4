import * as v from 'valibot';
import { engineFailure } from './engine-failure.ts';
import { HOST_REASONS } from './host-reasons.ts';
import type { Manifest, ManifestRule } from './manifest.ts';
import { ANSWER_STATUSES, type Reason, type RuleAnswer } from './rule-answer.ts';

const reason = v.strictObject({ code: v.string(), params: v.record(v.string(), v.union([v.string(), v.number()])) });
const answer = v.strictObject({ id: v.string(), status: v.picklist(ANSWER_STATUSES), reasons: v.array(reason) });
// An undefined decision is [], not an error; more than one result belongs to a query that we do not ask (policy.md 1.3).
const resultSet = <T extends v.GenericSchema>(result: T) => v.strictTuple([v.strictObject({ result })]);
const ofAllRules = resultSet(v.pipe(v.array(answer), v.minLength(1)));
const ofOneRule = resultSet(answer);

/**
 * Turns what a module answered into one answer per rule of the manifest, in the manifest's order. More, fewer or doubled rules,
 * an unknown status, or a reason without a template is no answer at all: throws EngineError `policy/…`.
 */
export function readAnswers(result: unknown, manifest: Manifest): RuleAnswer[] {
  const [{ result: given }] = readResult(ofAllRules, result);
  const answers = new Map<string, RuleAnswer>();
  for (const one of given) {
    if (answers.has(one.id)) throw engineFailure('rule-twice', 'each rule once', one.id);
    answers.set(one.id, one);
  }
  const extra = [...answers.keys()].find((id) => !manifest.rules.some((rule) => rule.id === id));
  if (extra !== undefined) throw engineFailure('rule-not-in-manifest', 'the rules of the manifest', extra);
  return manifest.rules.map((rule) => checked(rule, answers.get(rule.id)));
}

/** The same of a module that was asked for this rule alone. */
export function readAnswer(result: unknown, rule: ManifestRule): RuleAnswer {
  const [{ result: given }] = readResult(ofOneRule, result);
  if (given.id !== rule.id) throw engineFailure('rule-not-in-manifest', rule.id, given.id);
  return checked(rule, given);
}

function readResult<T extends v.GenericSchema>(schema: T, result: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, result);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw engineFailure(
    'unreadable-answer',
    `one result with ${issue.expected ?? 'answers'}`,
    `${issue.received} at ${v.getDotPath(issue) ?? 'its root'}`,
  );
}

function checked(rule: ManifestRule, given: RuleAnswer | undefined): RuleAnswer {
  if (given === undefined) throw engineFailure('rule-missing', `an answer of ${rule.id}`, 'none');
  if (given.status === 'not_applicable') return { ...given, reasons: [] };
  const nameless = given.reasons.find(({ code }) => !Object.hasOwn(rule.reasons, code));
  if (nameless !== undefined) throw engineFailure('reason-not-in-manifest', `a reason of ${rule.id}`, nameless.code);
  const isMute = given.status === 'fail' && given.reasons.length === 0;
  return { ...given, reasons: isMute ? [HOST_REASONS.unproven] : inOrder(given.reasons) };
}

// Sets leave a WASM module in the order of their hashes.
function inOrder(reasons: readonly Reason[]): Reason[] {
  const keyed = reasons.map(({ code, params }) => {
    const sorted = Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
    return { key: `${code} ${JSON.stringify(sorted)}`, reason: { code, params: sorted } };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map((entry) => entry.reason);
}
