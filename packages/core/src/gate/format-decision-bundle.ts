import { encodeBase64 } from '../canonical/base64.ts';
import { canonicalJson } from '../canonical/canonical-json.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import type { BundledChange, DecisionBundle } from './decision-bundle.ts';
import type { PolicyFiles, ProofrailFiles } from './policy-files.ts';

export const BUNDLE_SCHEMA = 'proofrail.decision-bundle/v1';

/** The one text of a bundle: its digest is what the deciding job hands on. */
export function formatDecisionBundle({ evaluatedAt, source, policy, changes }: DecisionBundle): Uint8Array {
  return canonicalJson({
    schema: BUNDLE_SCHEMA,
    evaluated_at: evaluatedAt,
    source,
    policy,
    changes: changes.map(changeJson),
  } satisfies JsonValue);
}

function changeJson({ facts, answers, configuration, reports, result }: BundledChange): JsonValue {
  return {
    facts: facts satisfies object as JsonValue,
    answers,
    configuration: policyJson(configuration),
    reports: [...reports],
    result: { ...result },
  };
}

function policyJson(configuration: PolicyFiles): JsonValue {
  if (configuration.kind === 'files') {
    const { kind, repository, organisation } = configuration;
    return { kind, repository: filesJson(repository), organisation: organisation === null ? null : filesJson(organisation) };
  }
  const { code, expected, found, at, doThis } = configuration.fault;
  return { kind: configuration.kind, code, expected, found, at, do_this: doThis };
}

const filesJson = (files: ProofrailFiles): JsonValue =>
  [...files].map(([path, bytes]) => ({ path, base64: encodeBase64(bytes) }));
