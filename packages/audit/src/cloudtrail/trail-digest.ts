import { isJsonObject, parseStrictJson, type JsonObject, type JsonValue } from '@proofrail/core/canonical';
import { isSignature } from './digest-signature.ts';

/** One hour of a trail in one region: what was delivered in it, tied to the hour before. */
export interface TrailDigest {
  readonly account: string;
  readonly bucket: string;
  readonly key: string;
  /** UTC milliseconds. They count when log files were delivered, not when events happened. */
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
  /** Null: the first digest since validation, or the trail, was switched on. */
  readonly previous: PreviousDigest | null;
  readonly logs: readonly ListedLog[];
  /** As they stand in the file: the signature covers the text, not what we read in it. */
  readonly signed: { readonly end: string; readonly previousSignature: string };
}

export interface PreviousDigest {
  readonly bucket: string;
  readonly key: string;
  /** SHA-256 of the uncompressed content, hex. */
  readonly hash: string;
  /** Hex. */
  readonly signature: string;
}

export interface ListedLog {
  readonly bucket: string;
  readonly key: string;
  /** SHA-256 of the uncompressed content, hex. */
  readonly hash: string;
}

export const MOST_DIGEST_BYTES = 16 * 1024 * 1024; // an hour of ten thousand log files is 4 MB

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const HASH = /^[0-9a-f]{64}$/;

/** A digest file's uncompressed content, or null: not what AWS documents, whoever signed it. */
export function parseTrailDigest(content: Uint8Array, at: string): TrailDigest | null {
  const document = readObject(content, at);
  if (document === null || document['digestSignatureAlgorithm'] !== 'SHA256withRSA') return null;
  const account = text(document, 'awsAccountId', /^\d{12}$/);
  const bucket = text(document, 'digestS3Bucket');
  const key = text(document, 'digestS3Object');
  const [startText, endText] = [text(document, 'digestStartTime', TIME), text(document, 'digestEndTime', TIME)];
  const fingerprint = text(document, 'digestPublicKeyFingerprint');
  const previous = previousIn(document);
  const logs = logsIn(document['logFiles']);
  if (account === null || bucket === null || key === null || startText === null || endText === null) return null;
  if (fingerprint === null || previous === undefined || logs === null) return null;
  const [start, end] = [Date.parse(startText), Date.parse(endText)];
  if (!(start < end)) return null;
  const signed = { end: endText, previousSignature: previous?.signature ?? 'null' };
  return { account, bucket, key, start, end, fingerprint, previous, logs, signed };
}

function readObject(content: Uint8Array, at: string): JsonObject | null {
  try {
    const document = parseStrictJson(content, { at, limits: { maxBytes: MOST_DIGEST_BYTES, maxDepth: 8 } });
    return isJsonObject(document) ? document : null;
  } catch {
    return null; // no JSON that two readers read alike
  }
}

/** All of them or none (user guide, "Starting digest file"); undefined: neither. */
function previousIn(document: JsonObject): PreviousDigest | null | undefined {
  const members = ['previousDigestS3Bucket', 'previousDigestS3Object', 'previousDigestHashValue', 'previousDigestSignature'];
  if (members.every((name) => document[name] === null)) return null;
  const bucket = text(document, 'previousDigestS3Bucket');
  const key = text(document, 'previousDigestS3Object');
  const hash = text(document, 'previousDigestHashValue', HASH);
  const signature = text(document, 'previousDigestSignature');
  if (bucket === null || key === null || hash === null || signature === null || !isSignature(signature)) return undefined;
  return document['previousDigestHashAlgorithm'] === 'SHA-256' ? { bucket, key, hash, signature } : undefined;
}

function logsIn(value: JsonValue | undefined): ListedLog[] | null {
  if (!Array.isArray(value)) return null;
  const logs = value.map((entry): ListedLog | null => {
    if (!isJsonObject(entry) || entry['hashAlgorithm'] !== 'SHA-256') return null;
    const [bucket, key, hash] = [text(entry, 's3Bucket'), text(entry, 's3Object'), text(entry, 'hashValue', HASH)];
    return bucket === null || key === null || hash === null ? null : { bucket, key, hash };
  });
  const whole = logs.filter((log) => log !== null);
  return whole.length === logs.length ? whole : null;
}

function text(object: JsonObject, name: string, form = /./): string | null {
  const value = object[name];
  return typeof value === 'string' && form.test(value) ? value : null;
}
