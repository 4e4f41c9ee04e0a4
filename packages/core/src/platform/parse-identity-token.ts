import * as v from 'valibot';
import { isJsonObject } from '../canonical/json-kind.ts';
import type { JsonObject } from '../canonical/json-value.ts';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { platformClaims, type PlatformClaims } from './platform-claims.ts';
import { tokenFailure } from './token-failure.ts';

/** A JWT in the one form that is taken. Nothing is proven yet: see checkIdentityToken. */
export interface IdentityToken {
  /** Which key of the issuer is said to have signed: looked up in the verifier's trust file and nowhere else. */
  readonly kid: string;
  readonly claims: PlatformClaims;
  /** The bytes under the signature: both parts as they came. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const MAX_TOKEN_BYTES = 8192; // GitHub's have some 1,800
const FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

// Hashes of a certificate may stand there and are not looked at. Whatever could bring a key along (`jwk`, `jku`, `x5c`, `x5u`) or change
// what is signed (`crit`, `b64`, `zip`) is refused, known to us or not.
const HEADER_MEMBERS = ['alg', 'kid', 'typ', 'x5t', 'x5t#S256'];

/** JWS compact serialisation (RFC 7515 7.1), RS256 alone. ConfigurationError `token/...` or `json/...`. */
export function parseIdentityToken(bytes: Uint8Array): IdentityToken {
  if (bytes.length > MAX_TOKEN_BYTES)
    throw tokenFailure('token/form', `at most ${MAX_TOKEN_BYTES} bytes`, `${bytes.length} bytes`);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!FORM.test(text)) throw tokenFailure('token/form', 'three parts of base64url', 'something else');
  const [header = '', payload = '', signature = ''] = text.split('.');
  return {
    kid: kidOf(jsonPart(header, 'header')),
    claims: claimsOf(jsonPart(payload, 'claims')),
    signed: Buffer.from(`${header}.${payload}`, 'latin1'),
    signature: decodePart(signature, 'signature'),
  };
}

function kidOf(header: JsonObject): string {
  const { alg, typ, kid } = header;
  if (alg !== 'RS256') throw tokenFailure('token/algorithm', 'alg RS256 and nothing else', 'another alg, or none');
  const known = Object.entries(header).every(([name, value]) => HEADER_MEMBERS.includes(name) && typeof value === 'string');
  if (!known) throw tokenFailure('token/header', `a header of ${HEADER_MEMBERS.join(', ')}`, 'another member');
  if (typ !== 'JWT') throw tokenFailure('token/header', 'typ JWT', 'another typ, or none');
  if (typeof kid !== 'string' || !/^[!-~]{1,255}$/.test(kid))
    throw tokenFailure('token/header', 'the id of a key', 'none, or one of another form');
  return kid;
}

function claimsOf(claims: JsonObject): PlatformClaims {
  const parsed = v.safeParse(platformClaims, claims, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const claim = v.getDotPath(issue);
  throw tokenFailure('token/claims', 'the claims that GitHub documents', `another value for ${claim ?? 'a time'}, or none`);
}

function jsonPart(part: string, name: string): JsonObject {
  const value = parseStrictJson(decodePart(part, name), { at: `identity token, ${name}`, limits: { maxDepth: 4 } });
  if (isJsonObject(value)) return value;
  throw tokenFailure('token/form', 'a JSON object', 'another value', `identity token, ${name}`);
}

/** Only the one text that encodes the bytes: unused bits in the last character would let a changed token pass. */
function decodePart(part: string, name: string): Uint8Array {
  const bytes = Buffer.from(part, 'base64url');
  if (bytes.toString('base64url') === part) return bytes;
  throw tokenFailure('token/form', 'canonical base64url', 'another spelling', `identity token, ${name}`);
}
