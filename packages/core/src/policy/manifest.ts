import * as v from 'valibot';
import { isSha256, type Sha256 } from '../canonical/digest.ts';

const texts = v.array(v.string());
const digest = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');

const manifestRule = v.strictObject({
  id: v.string(),
  /** The code of the rule catalogue, `APR-01` and so on. */
  alias: v.string(),
  title: v.string(),
  description: v.string(),
  severity: v.picklist(['critical', 'high', 'medium', 'low']),
  controls: v.strictObject({ iso27001: texts, soc2: texts }),
  /** The one thing to do about a failure. */
  remediation: v.string(),
  /** What to do instead, by the code of the reason that asks for something else. */
  remedies: v.record(v.string(), v.string()),
  /** JSON pointers of the input document that the rule reads, with `*` for every element or member. */
  inputs: texts,
  waivable: v.boolean(),
  /** Codes of reasons that no exception excuses, although the rule may be excused for its other reasons. */
  neverWaived: texts,
  since: v.string(),
  /** Plain-text templates by code, with `{param}`. */
  reasons: v.record(v.string(), v.string()),
});

/** What the bundled module contains, written by the build from the annotations of the rules. */
export const manifest = v.strictObject({
  version: v.literal(1),
  /** The version of OPA that compiled the module. */
  opa: v.string(),
  /** Of `policy.wasm`. */
  policy: digest,
  /** Of the capabilities file: what the compiler allowed the rules to call. */
  capabilities: digest,
  rules: v.pipe(v.array(manifestRule), v.minLength(1)),
});

export type Manifest = v.InferOutput<typeof manifest>;
export type ManifestRule = v.InferOutput<typeof manifestRule>;
