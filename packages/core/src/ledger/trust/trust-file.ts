import * as v from 'valibot';
import { canonicalJson } from '../../canonical/canonical-json.ts';
import { isSha256, type Sha256 } from '../../canonical/digest.ts';
import { parseStrictJson } from '../../canonical/parse-strict-json.ts';
import { publicKeyFromPem } from '../../canonical/public-key.ts';
import { explainIssue, type ExplainedIssue } from '../../documents/explain-issue.ts';
import { mapping } from '../../documents/mapping.ts';
import { timestamp } from '../../facts/words.ts';
import { ConfigurationError } from '../../outcomes/failure.ts';
import { issuerKey, issuerName, type IssuerKey } from '../../platform/issuer-key.ts';
import { runKeyRule, type RunKeyRule } from '../../platform/run-key-rule.ts';
import type { KeyId } from '../../ports/key-id.ts';
import { witnessPolicy, type WitnessPolicy } from './witness-policy.ts';
import { timeAuthorityEntry, type TimeAuthorityEntry } from '../../timestamp/time-authority-entry.ts';
import { isStreamId, type StreamId } from '../stream-id.ts';
import { trustContradiction } from './trust-contradiction.ts';

export interface TrustedKey {
  readonly key_id: KeyId;
  /** SubjectPublicKeyInfo. */
  readonly pem: string;
  /** RFC 3339 in UTC with milliseconds; the key counts for records of this time and later. */
  readonly valid_from: string;
  /** The key counts for records before this time; null: until further notice. */
  readonly valid_to: string | null;
  /**
   * From when on somebody else may have signed with it. A thief writes whatever time he likes into a record, so from then on no record of
   * the key counts by its own word, of whatever time: only what somebody outside shows to have been sealed before it does.
   */
  readonly compromised_from?: string;
}

/** A sealer that fetches the keys of issuers itself, and countersigns what verified under them. */
export interface TrustedSealer {
  /** Where it records the keys that it fetched: they count from nowhere else. */
  readonly stream: StreamId;
  /** Which of the record keys are its own. No log key: two thefts are needed to make up a key of an issuer that counts. */
  readonly keys: readonly KeyId[];
  /** For whose tokens its word counts. */
  readonly issuers: readonly string[];
}

/** What a verifier brings along: kept by the auditor, never read from the ledger that it judges (attack 15). */
export interface TrustFile {
  readonly version: 1;
  /** Whose ledger this is, for people: `example.org/evidence`. */
  readonly origin: string;
  /** Pinned beginnings by stream id: SHA-256 of the raw bytes of the first slot. */
  readonly streams: Readonly<Record<string, { readonly genesis: Sha256 }>>;
  readonly record_keys: readonly TrustedKey[];
  /** Which of the record keys may acknowledge findings. */
  readonly acknowledge: readonly KeyId[];
  /** Keys under which a platform's identity tokens verify. Never read from a ledger: a JWKS that the writer stored proves nothing. */
  readonly issuer_keys: readonly IssuerKey[];
  /** Which runs may sign with a key that lives for one run and stands in no list. */
  readonly run_keys: readonly RunKeyRule[];
  /** Keys of the log whose name is the origin, as `origin+hash+key` (C2SP signed-note). Absent: no seal counts. */
  readonly log_keys?: readonly string[];
  /** Whose word about the platform counts beside `issuer_keys`. Absent: nobody's. */
  readonly sealer?: TrustedSealer;
  /** Whose time-stamps say when a seal was there. Absent: only the sealer's clock does, which proves nothing. */
  readonly time_authorities?: readonly TimeAuthorityEntry[];
  /** Whose cosignatures count under a seal, and how many of them it takes. */
  readonly witnesses?: WitnessPolicy;
}

const sha256Text = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');
const keyId = v.custom<KeyId>(isSha256, 'sha256: and 64 lower-case hex digits');
const trustedKey = v.strictObject({
  key_id: keyId,
  pem: v.pipe(v.string(), v.maxLength(2048)),
  valid_from: timestamp,
  valid_to: v.nullable(timestamp),
  compromised_from: v.exactOptional(timestamp),
});
const trustedSealer = v.strictObject({
  stream: v.custom<StreamId>(isStreamId, 'a stream id: a repository id in digits'),
  keys: v.pipe(v.array(keyId), v.minLength(1), v.maxLength(16)),
  issuers: v.pipe(v.array(issuerName), v.minLength(1), v.maxLength(16)),
});
const trustFile = v.strictObject({
  version: v.literal(1),
  origin: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  streams: mapping(
    v.pipe(
      v.string(),
      v.check((id) => isStreamId(id), 'a stream id: a repository id in digits'),
    ),
    v.strictObject({ genesis: sha256Text }),
  ),
  record_keys: v.array(trustedKey),
  acknowledge: v.array(keyId),
  issuer_keys: v.array(issuerKey),
  run_keys: v.array(runKeyRule),
  log_keys: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(1024)))),
  sealer: v.exactOptional(trustedSealer),
  time_authorities: v.exactOptional(v.array(timeAuthorityEntry)),
  witnesses: v.exactOptional(witnessPolicy),
});

/** Indented JSON with a newline at the end: people read and review this file. */
export function formatTrustFile(trust: TrustFile): string {
  const canonical = Buffer.from(canonicalJson(JSON.parse(JSON.stringify(trust)))).toString('utf8');
  return `${JSON.stringify(JSON.parse(canonical), null, 2)}\n`;
}

/** ConfigurationError `json/...`, `trust/invalid`, `trust/key-id`, `key/...`. */
export function parseTrustFile(bytes: Uint8Array, at: string): TrustFile {
  const parsed = v.safeParse(trustFile, parseStrictJson(bytes, { at, limits: { maxBytes: 1_048_576, maxDepth: 6 } }), {
    abortEarly: true,
  });
  if (!parsed.success) throw invalid(explainIssue(parsed.issues[0]), at);
  const contradiction = trustContradiction(parsed.output);
  if (contradiction !== null) {
    const { expected, found, steps } = contradiction;
    throw invalid({ expected, found, pointer: steps.map((step) => `/${step}`).join('') }, at);
  }
  for (const [index, key] of parsed.output.record_keys.entries()) requireOwnId(key, `${at}#/record_keys/${index}`);
  return parsed.output;
}

function requireOwnId({ key_id: claimed, pem }: TrustedKey, at: string): void {
  const { keyId: actual } = publicKeyFromPem(pem, `${at}/pem`);
  if (actual === claimed) return;
  throw new ConfigurationError('trust/key-id', {
    expected: `the id of the key beside it, ${actual}`,
    found: claimed,
    at: `${at}/key_id`,
    doThis: 'Find out which of the two was changed; "proofrail keys show" prints the id of a key.',
  });
}

function invalid(
  { expected, found, pointer }: Pick<ExplainedIssue, 'expected' | 'found' | 'pointer'>,
  at: string,
): ConfigurationError {
  return new ConfigurationError('trust/invalid', {
    expected: `a trust file: version, origin, streams, record_keys, acknowledge, issuer_keys, run_keys, and perhaps log_keys, sealer, time_authorities, witnesses; here ${expected}`,
    found,
    at: `${at}#${pointer}`,
    doThis: 'Use the file that "proofrail keys new" wrote, or mend this member.',
  });
}
