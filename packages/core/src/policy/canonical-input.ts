import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import type { InputDocument } from '../context/index.ts';
import type { Failure } from '../outcomes/index.ts';
import { asFailure } from './engine-failure.ts';

/** A document as it is judged and stored: the digest in the record is the digest of the very bytes that the policy reads. */
export interface CanonicalInput {
  readonly bytes: Uint8Array;
  readonly digest: Sha256;
}

/**
 * A document's canonical bytes and their digest, or why it has none. Half a surrogate pair is one reason: in a WASM module it would
 * abort every evaluation (policy.md 1.3).
 */
export function canonicalInput(input: InputDocument): CanonicalInput | Failure {
  try {
    const bytes = canonicalJson(input satisfies object as JsonValue);
    return { bytes, digest: sha256(bytes) };
  } catch (thrown) {
    return asFailure(thrown);
  }
}
