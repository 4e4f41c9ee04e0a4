import * as v from 'valibot';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { publishedKey, type PublishedKey } from './issuer-key.ts';

const keySet = v.object({ keys: v.pipe(v.array(v.unknown()), v.maxLength(64)) });
const rsaKey = v.object({ kid: v.string(), kty: v.string(), n: v.string(), e: v.string() });

/**
 * The keys of a JWKS (RFC 7517 5) that identity tokens can be signed with, by id. Others that lie beside them are left out, and so are
 * the members that only say what a key is for: what verifies nothing is no evidence. Null: it is no key set. ConfigurationError `json/...`.
 */
export function parseKeySet(bytes: Uint8Array, at: string): readonly PublishedKey[] | null {
  const parsed = v.safeParse(keySet, parseStrictJson(bytes, { at, limits: { maxBytes: 65_536, maxDepth: 5 } }));
  if (!parsed.success) return null;
  const keys = parsed.output.keys.flatMap((one) => signingKey(one) ?? []);
  return keys.sort((a, b) => (a.kid < b.kid ? -1 : a.kid > b.kid ? 1 : 0));
}

function signingKey(value: unknown): PublishedKey | null {
  const parts = v.safeParse(rsaKey, value);
  if (!parts.success) return null;
  const { kid, kty, n, e } = parts.output;
  const key = v.safeParse(publishedKey, { kid, jwk: { kty, n, e } });
  return key.success ? key.output : null;
}
