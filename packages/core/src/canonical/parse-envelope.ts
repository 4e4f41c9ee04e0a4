import { ConfigurationError } from '../outcomes/failure.ts';
import { decodeBase64 } from './base64.ts';
import { storedEnvelope, type Envelope, type EnvelopeSignature } from './envelope.ts';
import { isJsonObject, jsonKind } from './json-kind.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { parseStrictJson } from './parse-strict-json.ts';

const MEMBERS = ['payload', 'payloadType', 'signatures'];
const SIGNATURE_MEMBERS = ['keyid', 'sig'];
const MAX_SIGNATURES = 16; // each costs a verification before anything is known about the sender
const MAX_DEPTH = 4; // an envelope has three levels; one more, so that a list of envelopes is called that
const KEY_ID = /^sha256:[0-9a-f]{64}$/;
const MEDIA_TYPE = /^[\x21-\x7e]{1,255}$/;

type DsseCode = `dsse/${string}`;

/**
 * Reads stored bytes back. Exactly one byte string per envelope is taken, the one that sealEnvelope writes: no unknown member, no
 * second spelling of base64, no white space. What a signature does not cover is thereby covered by the form. Says nothing about who
 * signed: verifyEnvelope does. ConfigurationError `json/...` or `dsse/...`.
 */
export function parseEnvelope(bytes: Uint8Array, at: string): Envelope {
  const document = asObject(
    parseStrictJson(bytes, { at, limits: { maxDepth: MAX_DEPTH } }),
    MEMBERS,
    'dsse/not-an-envelope',
    `${at}#`,
  );
  const envelope = {
    payloadType: textLike(MEDIA_TYPE, document['payloadType'], 'dsse/payload-type', `${at}#/payloadType`),
    payload: asBytes(document['payload'], `${at}#/payload`),
    signatures: asSignatures(document['signatures'], `${at}#/signatures`),
  };
  if (!Buffer.from(storedEnvelope(envelope)).equals(bytes))
    throw failure('dsse/not-canonical', 'another spelling of the same envelope', at);
  return envelope;
}

function asSignatures(value: JsonValue | undefined, at: string): EnvelopeSignature[] {
  if (!isArray(value)) throw failure('dsse/signatures', jsonKind(value), at);
  if (value.length === 0) throw failure('dsse/unsigned', 'no signature', at);
  if (value.length > MAX_SIGNATURES) throw failure('dsse/too-many-signatures', `${value.length} signatures`, at);
  const signatures = value.map((item, index) => asSignature(item, `${at}/${index}`));
  const keyIds = new Set(signatures.map(({ keyId }) => keyId));
  if (keyIds.size < signatures.length) throw failure('dsse/duplicate-signature', 'two signatures by one key', at);
  return signatures;
}

function asSignature(value: JsonValue, at: string): EnvelopeSignature {
  const item = asObject(value, SIGNATURE_MEMBERS, 'dsse/signature', at);
  return { keyId: textLike(KEY_ID, item['keyid'], 'dsse/key-id', `${at}/keyid`), signature: asBytes(item['sig'], `${at}/sig`) };
}

function asObject(value: JsonValue, members: readonly string[], code: DsseCode, at: string): JsonObject {
  if (!isJsonObject(value)) throw failure(code, jsonKind(value), at);
  const missing = members.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) throw failure('dsse/missing-member', `no "${missing}"`, at);
  const unknown = Object.keys(value).find((name) => !members.includes(name));
  if (unknown !== undefined) throw failure('dsse/unknown-member', JSON.stringify(unknown), at);
  return value;
}

function asBytes(value: JsonValue | undefined, at: string): Uint8Array {
  if (typeof value !== 'string') throw failure('dsse/not-base64', jsonKind(value), at);
  if (value === '') throw failure('dsse/empty', 'an empty string', at);
  const bytes = decodeBase64(value);
  if (bytes === null) throw failure('dsse/not-base64', 'text that is not canonical standard base64', at);
  return bytes;
}

function textLike(pattern: RegExp, value: JsonValue | undefined, code: DsseCode, at: string): string {
  if (typeof value !== 'string') throw failure(code, jsonKind(value), at);
  if (!pattern.test(value)) throw failure(code, JSON.stringify(value.slice(0, 80)), at);
  return value;
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function failure(code: DsseCode, found: string, at: string): ConfigurationError {
  return new ConfigurationError(code, {
    expected: 'a DSSE envelope as Proofrail stores it (canonical JSON: payload, payloadType, signatures of keyid and sig)',
    found,
    at,
    doThis: 'Compare the bytes with another copy: a store that changes bytes, or a person, has touched them.',
  });
}
