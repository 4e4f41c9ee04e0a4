import { createPublicKey, type KeyObject } from 'node:crypto';
import { decodeBase64, isJsonObject, parseStrictJson, type JsonObject, type JsonValue } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';

/** A key that CloudTrail signs digests with, in one region, for a month or so. */
export interface TrailPublicKey {
  /** A name to find it by. It proves nothing: the signature does. */
  readonly fingerprint: string;
  /** UTC milliseconds. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly key: KeyObject;
}

const LEAST_BITS = 2048;
const EPOCH_SECONDS = /^\d{1,12}(\.\d+)?$/;
const TIME_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * What `aws cloudtrail list-public-keys` printed. The guide shows times as epoch seconds and the AWS CLI 2 prints them with a zone; keys are
 * PKCS #1, and one of the guide's own examples is a SubjectPublicKeyInfo.
 *
 * @throws ConfigurationError `cloudtrail/public-keys`, `json/...`
 */
export function parsePublicKeys(bytes: Uint8Array, at: string): TrailPublicKey[] {
  const document = parseStrictJson(bytes, { at });
  const list = isJsonObject(document) ? (document['PublicKeyList'] ?? document['publicKeyList']) : undefined;
  if (!Array.isArray(list) || list.length === 0) throw unusable(at, 'no list of keys');
  return list.map((entry, index) => publicKey(entry, `${at}#/PublicKeyList/${index}`));
}

function publicKey(entry: JsonValue, at: string): TrailPublicKey {
  if (!isJsonObject(entry)) throw unusable(at, 'an entry that is no key');
  const fingerprint = entry['Fingerprint'];
  const [validFrom, validTo] = [time(entry, 'ValidityStartTime'), time(entry, 'ValidityEndTime')];
  const key = rsaKey(entry['Value']);
  if (typeof fingerprint !== 'string' || validFrom === null || validTo === null) throw unusable(at, 'no fingerprint or no times');
  if (key === null) throw unusable(at, `no RSA key of ${LEAST_BITS} bits or more`);
  return { fingerprint, validFrom, validTo, key };
}

function time(entry: JsonObject, name: string): number | null {
  const value = entry[name];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return null;
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  return TIME_WITH_ZONE.test(text) ? Date.parse(text) : null;
}

function rsaKey(value: JsonValue | undefined): KeyObject | null {
  const der = typeof value === 'string' ? decodeBase64(value) : null;
  const key = der === null ? null : (keyIn(der, 'pkcs1') ?? keyIn(der, 'spki'));
  return key?.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS ? key : null;
}

function keyIn(der: Uint8Array, type: 'pkcs1' | 'spki'): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(der), format: 'der', type });
  } catch {
    return null; // no key in this encoding
  }
}

const unusable = (at: string, found: string): ConfigurationError =>
  new ConfigurationError('cloudtrail/public-keys', {
    expected:
      'what "aws cloudtrail list-public-keys" prints: PublicKeyList with Value, Fingerprint, ValidityStartTime, ValidityEndTime',
    found,
    at,
    doThis: 'List the keys of the region and of the whole period again, with --start-time and --end-time.',
  });
