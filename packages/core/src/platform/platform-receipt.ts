import * as v from 'valibot';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { decodeBase64, encodeBase64 } from '../canonical/base64.ts';
import { isSha256, sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';
import { publicKeyFromDer, type PublicKey } from '../canonical/public-key.ts';
import { commitId, epochSeconds, platformId, text } from '../facts/words.ts';
import { count } from '../facts/fact.ts';
import { textDigest } from '../canonical/text-digest.ts';
import type { KeyId } from '../ports/key-id.ts';
import { RUNNER_ENVIRONMENTS, type PlatformClaims } from './platform-claims.ts';

/** Media type of the payload: a signature over a receipt can never be taken for one over a record or a slot. */
export const PLATFORM_RECEIPT_PAYLOAD_TYPE = 'application/vnd.proofrail.platform-receipt+json';

const sha256Text = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');
const digestOfText = v.strictObject({ sha256: sha256Text, length: count });
const der = v.custom<string>((value) => typeof value === 'string' && decodeBase64(value) !== null, 'canonical base64');

/** The allow-list of what stays for ever. Names enter as digests: the token that carries them is an attachment, which can be erased. */
const claimsOnReceipt = v.strictObject({
  iss: text(255),
  sub: digestOfText,
  iat: epochSeconds,
  nbf: epochSeconds,
  exp: epochSeconds,
  repository_id: platformId,
  repository_owner_id: platformId,
  run_id: platformId,
  run_attempt: platformId,
  check_run_id: platformId,
  event_name: text(64),
  job_workflow_ref: digestOfText,
  job_workflow_sha: commitId,
  workflow_ref: digestOfText,
  workflow_sha: commitId,
  ref: digestOfText,
  sha: commitId,
  runner_environment: v.picklist(RUNNER_ENVIRONMENTS),
  environment: v.nullable(digestOfText),
});

const platformReceipt = v.strictObject({
  v: v.literal(1),
  stream: text(40),
  record: sha256Text,
  key_id: v.custom<KeyId>(isSha256, 'sha256: and 64 lower-case hex digits'),
  /** SubjectPublicKeyInfo in base64 of a key that lives for one run; null: a lasting key, which a trust file names. */
  run_key: v.nullable(der),
  token: v.strictObject({ sha256: sha256Text, length: count }),
  claims: claimsOnReceipt,
  /** No sealer has seen a receipt that is being made. What one says later lies beside it: see Countersignature. */
  countersigned: v.literal(false),
});

/** What stays in the ledger of a platform's token: whose record, by which key, under which claims. */
export type PlatformReceipt = Readonly<v.InferOutput<typeof platformReceipt>>;

/** What a platform said, as it stays when its token is erased: text by its digest alone. */
export type ReceiptClaims = PlatformReceipt['claims'];

export interface ReceiptParts {
  readonly stream: string;
  readonly record: Sha256;
  readonly keyId: KeyId;
  readonly runKey: PublicKey | null;
  readonly token: Uint8Array;
  readonly claims: PlatformClaims;
}

/** What is kept of a token for good: its digest and those of its claims that name nobody. */
export function platformReceiptFor({ stream, record, keyId, runKey, token, claims }: ReceiptParts): PlatformReceipt {
  return {
    v: 1,
    stream,
    record,
    key_id: keyId,
    run_key: runKey === null ? null : encodeBase64(runKey.der),
    token: { sha256: sha256(token), length: token.length },
    claims: claimsFor(claims),
    countersigned: false,
  };
}

/** `aud` is left out: record and key say it already. */
function claimsFor(claims: PlatformClaims): ReceiptClaims {
  const { environment } = claims;
  return {
    iss: claims.iss,
    sub: textDigest(claims.sub),
    iat: claims.iat,
    nbf: claims.nbf,
    exp: claims.exp,
    repository_id: claims.repository_id,
    repository_owner_id: claims.repository_owner_id,
    run_id: claims.run_id,
    run_attempt: claims.run_attempt,
    check_run_id: claims.check_run_id,
    event_name: claims.event_name,
    job_workflow_ref: textDigest(claims.job_workflow_ref),
    job_workflow_sha: claims.job_workflow_sha,
    workflow_ref: textDigest(claims.workflow_ref),
    workflow_sha: claims.workflow_sha,
    ref: textDigest(claims.ref),
    sha: claims.sha,
    runner_environment: claims.runner_environment,
    environment: environment === undefined ? null : textDigest(environment),
  };
}

/** Whether a receipt is the one that follows from its token, to the last byte. */
export function saysWhatTokenSays(receipt: PlatformReceipt, token: Uint8Array, claims: PlatformClaims, at: string): boolean {
  const { stream, record, key_id: keyId } = receipt;
  const derived = platformReceiptFor({ stream, record, keyId, runKey: runKeyOf(receipt, at), token, claims });
  return Buffer.from(platformReceiptBytes(derived)).equals(platformReceiptBytes(receipt));
}

/** RFC 8785: the only bytes that a receipt is signed as. */
export const platformReceiptBytes = (receipt: PlatformReceipt): Uint8Array =>
  canonicalJson(receipt satisfies object as JsonValue);

/** ConfigurationError `json/...`; null for JSON that is no receipt, or another spelling of one. */
export function parsePlatformReceipt(payload: Uint8Array, at: string): PlatformReceipt | null {
  const parsed = v.safeParse(platformReceipt, parseStrictJson(payload, { at, limits: { maxBytes: 16_384, maxDepth: 5 } }));
  return parsed.success && Buffer.from(platformReceiptBytes(parsed.output)).equals(payload) ? parsed.output : null;
}

/** The key of one run that a receipt brings along. It proves nothing before a token names its id. ConfigurationError `key/...`. */
export function runKeyOf({ run_key: key }: PlatformReceipt, at: string): PublicKey | null {
  return key === null ? null : publicKeyFromDer(Buffer.from(key, 'base64'), at);
}
