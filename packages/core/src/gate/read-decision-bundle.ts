import * as v from 'valibot';
import { decodeBase64 } from '../canonical/base64.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { checkFacts } from '../context/index.ts';
import { answerList } from '../facts/answer-list.ts';
import { ConfigurationError, TamperedError, type FailureCode } from '../outcomes/index.ts';
import type { BundledChange, DecisionBundle } from './decision-bundle.ts';
import { BUNDLE_SCHEMA } from './format-decision-bundle.ts';
import type { PolicyFiles, ProofrailFiles } from './policy-files.ts';

const digest = v.pipe(
  v.string(),
  v.regex(/^sha256:[0-9a-f]{64}$/),
  v.transform((text) => text as Sha256),
);
const bytes = v.pipe(
  v.string(),
  v.transform((text) => decodeBase64(text)),
  v.instance(Uint8Array),
);

const code = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  v.transform((text) => text as FailureCode),
);
const files = v.array(v.strictObject({ path: v.pipe(v.string(), v.minLength(1)), base64: bytes }));
const configuration = v.variant('kind', [
  v.strictObject({ kind: v.literal('files'), repository: files, organisation: v.nullable(files) }),
  v.strictObject({
    kind: v.literal('unusable'),
    ...{ code, expected: v.string(), found: v.string(), at: v.string(), do_this: v.string() },
  }),
]);

const change = v.strictObject({
  facts: v.unknown(),
  answers: answerList,
  configuration,
  reports: v.array(digest),
  result: v.variant('kind', [
    v.strictObject({ kind: v.literal('judged'), outcome: v.picklist(['allow', 'deny']), input: digest, decision: digest }),
    v.strictObject({ kind: v.literal('fault'), code }),
  ]),
});

const bundle = v.strictObject({
  schema: v.literal(BUNDLE_SCHEMA),
  evaluated_at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  source: v.picklist(['given', 'read']),
  policy: digest,
  // Nothing decided is never ok: a bundle without a change would end in green.
  changes: v.pipe(v.array(change), v.minLength(1)),
});

/**
 * A bundle from the bytes of an artifact. Any job of the run can write one under the same name (gate.md row 60), so its digest, which
 * arrives as an output of the deciding job, is compared before a byte is parsed.
 *
 * @throws TamperedError `bundle/digest`; ConfigurationError `json/...`, `bundle/invalid`, `facts/...`
 */
export function readDecisionBundle(content: Uint8Array, expected: Sha256, file: string): DecisionBundle {
  requireDigest(content, expected, file);
  const checked = v.safeParse(bundle, parseStrictJson(content, { at: file }));
  if (!checked.success) throw invalid(checked.issues[0].message, file);
  const { evaluated_at: evaluatedAt, source, policy, changes } = checked.output;
  return { evaluatedAt, source, policy, changes: changes.map((each, index) => changeOf(each, `${file}#/changes/${index}`)) };
}

function changeOf({ facts, answers, configuration, reports, result }: v.InferOutput<typeof change>, at: string): BundledChange {
  return { facts: checkFacts(facts, at), answers, configuration: policyOf(configuration, at), reports, result };
}

/** A fault that the deciding job met is taken at its word: it can end in nothing but a refusal. */
function policyOf(read: v.InferOutput<typeof configuration>, at: string): PolicyFiles {
  if (read.kind === 'files') {
    const { kind, repository, organisation } = read;
    return { kind, repository: filesOf(repository, at), organisation: organisation === null ? null : filesOf(organisation, at) };
  }
  const { kind, code: what, do_this: doThis, ...detail } = read;
  return { kind, fault: new ConfigurationError(what, { ...detail, doThis }) };
}

function filesOf(read: v.InferOutput<typeof files>, at: string): ProofrailFiles {
  const found = new Map(read.map(({ path, base64 }) => [path, base64]));
  if (found.size < read.length) throw invalid('a file of the configuration is there twice', at);
  return found;
}

function requireDigest(content: Uint8Array, expected: Sha256, file: string): void {
  const found = sha256(content);
  if (found === expected) return;
  throw new TamperedError('bundle/digest', {
    expected: `the decision that the deciding job handed on, ${expected}`,
    found,
    at: file,
    doThis: 'Find out which job of this run wrote an artifact under that name; nothing was recorded and nothing was allowed.',
  });
}

const invalid = (found: string, at: string): ConfigurationError =>
  new ConfigurationError('bundle/invalid', {
    expected: `a document ${BUNDLE_SCHEMA}`,
    found,
    at,
    doThis: 'Use one and the same commit of Proofrail in both jobs.',
  });
