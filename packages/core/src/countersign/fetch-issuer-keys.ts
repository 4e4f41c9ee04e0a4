import { sha256, type Sha256 } from '../canonical/digest.ts';
import { Failure } from '../outcomes/failure.ts';
import type { PublishedKey } from '../platform/issuer-key.ts';
import { parseKeySet } from '../platform/parse-key-set.ts';
import type { KeyIssuer } from '../ports/key-issuer.ts';

export interface FetchedKeys {
  readonly issuer: string;
  readonly keys: readonly PublishedKey[];
  /** SHA-256 of the key set as it was sent. */
  readonly answer: Sha256;
}

/** An issuer that did not answer, or not with keys. What there is to seal is sealed all the same. */
export interface SilentIssuer {
  readonly issuer: string;
  /** The code of the reason. */
  readonly why: string;
}

/** Asks one issuer for its keys now. Never taken from what somebody stored: whoever forges a token stores a key set, too. */
export async function fetchIssuerKeys(from: KeyIssuer): Promise<FetchedKeys | SilentIssuer> {
  const { issuer } = from;
  try {
    const bytes = await from.keySet();
    const keys = parseKeySet(bytes, issuer) ?? [];
    return keys.length === 0 ? { issuer, why: 'issuer/no-keys' } : { issuer, keys, answer: sha256(bytes) };
  } catch (thrown) {
    if (thrown instanceof Failure) return { issuer, why: thrown.code };
    throw thrown;
  }
}
