import * as v from 'valibot';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { isSha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { text, timestamp } from '../facts/words.ts';
import { publishedKey } from './issuer-key.ts';

/** Media type of the payload: a signature over one can never be taken for one over a record, a slot or a receipt. */
export const COUNTERSIGNATURE_PAYLOAD_TYPE = 'application/vnd.proofrail.countersignature+json';

const sha256Text = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');

const countersignature = v.strictObject({
  v: v.literal(1),
  stream: text(40),
  record: sha256Text,
  /** Of the receipt's stored bytes, which hold all that is left of the claims once the token is erased. */
  receipt: sha256Text,
  token: sha256Text,
  /** Under which key the token verified. */
  issuer: text(255),
  kid: publishedKey.entries.kid,
  /** When, by the sealer's clock. */
  checked_at: timestamp,
});

/** What a sealer says for ever: this token was there, verified under a key of its issuer, and is what the receipt says. */
export type Countersignature = Readonly<v.InferOutput<typeof countersignature>>;

/** RFC 8785: the only bytes that one is signed as. */
export const countersignatureBytes = (said: Countersignature): Uint8Array => canonicalJson(said satisfies object as JsonValue);

/** ConfigurationError `json/...`; null for JSON that is none, or another spelling of one. */
export function parseCountersignature(payload: Uint8Array, at: string): Countersignature | null {
  const value = parseStrictJson(payload, { at, limits: { maxBytes: 4096, maxDepth: 2 } });
  const parsed = v.safeParse(countersignature, value);
  return parsed.success && Buffer.from(countersignatureBytes(parsed.output)).equals(payload) ? parsed.output : null;
}
