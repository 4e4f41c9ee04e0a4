import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import type { InputDocument } from '../context/index.ts';
import type { Failure } from '../outcomes/index.ts';
import { asFailure } from './engine-failure.ts';

/**
 * The digest of a document's canonical bytes, or why it has none. Half a surrogate pair is one reason: in a WASM module it would abort
 * every evaluation (policy.md 1.3).
 */
export function digestInput(input: InputDocument): Sha256 | Failure {
  try {
    return sha256(canonicalJson(input satisfies object as JsonValue));
  } catch (thrown) {
    return asFailure(thrown);
  }
}
