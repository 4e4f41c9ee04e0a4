import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { CROSSWALK } from '../controls/frameworks/crosswalk.ts';

let known: Sha256 | null = null;

/** Which crosswalk between frameworks was in the product when a record was made. */
export function controlMapDigest(): Sha256 {
  known ??= sha256(canonicalJson(CROSSWALK as unknown as JsonValue));
  return known;
}
