import { encodeBase64 } from '../canonical/base64.ts';
import { canonicalJson } from '../canonical/canonical-json.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import type { BundledChange, DecisionBundle } from './decision-bundle.ts';

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

function changeJson({ facts, configuration, reports, result }: BundledChange): JsonValue {
  const files = [...configuration].map(([path, bytes]) => ({ path, base64: encodeBase64(bytes) }));
  return { facts: facts satisfies object as JsonValue, configuration: files, reports: [...reports], result: { ...result } };
}
