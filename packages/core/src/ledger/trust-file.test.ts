import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../canonical/digest.ts';
import { publicKeyFromPem } from '../canonical/public-key.ts';
import { formatTrustFile, parseTrustFile, type TrustedKey, type TrustFile } from './trust-file.ts';

function trustedKey(): TrustedKey {
  const pem = String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  return { key_id: publicKeyFromPem(pem, 'test').keyId, pem, valid_from: '2026-01-01T00:00:00.000Z', valid_to: null };
}

const key = trustedKey();
const trust: TrustFile = {
  version: 1,
  origin: 'example.org/evidence',
  streams: { '42': { genesis: sha256('first slot') } },
  record_keys: [key, { ...trustedKey(), valid_to: '2027-01-01T00:00:00.000Z' }],
  acknowledge: [key.key_id],
};
const parse = (value: unknown): TrustFile => parseTrustFile(Buffer.from(JSON.stringify(value)), 'trust.json');
const refused = (change: object, code = 'trust/invalid'): void =>
  expect(() => parse({ ...trust, ...change })).toThrow(expect.objectContaining({ code }));

describe('a trust file', () => {
  it('is read back as it was written', () => {
    expect(parseTrustFile(Buffer.from(formatTrustFile(trust)), 'trust.json')).toEqual(trust);
  });

  it('is refused with a member missing or unknown: a misspelt pin would pin nothing', () => {
    for (const member of Object.keys(trust)) refused({ [member]: undefined });
    refused({ stream: {} });
    refused({ record_keys: [{ ...key, valid_until: null }] });
  });

  it('is refused without keys, with a key twice, with a key that has another id', () => {
    refused({ record_keys: [], acknowledge: [] });
    refused({ record_keys: [key, key] });
    refused({ record_keys: [{ ...key, key_id: sha256('another') }], acknowledge: [] }, 'trust/key-id');
  });

  it('is refused when a key stops being valid before it becomes so, or at a time that does not exist', () => {
    refused({ record_keys: [{ ...key, valid_to: '2025-01-01T00:00:00.000Z' }] });
    refused({ record_keys: [{ ...key, valid_from: '2026-13-01T00:00:00.000Z' }] });
    refused({ record_keys: [{ ...key, valid_from: '2026-01-01' }] });
  });

  it('is refused when it lets somebody acknowledge whose records do not count', () => {
    refused({ acknowledge: [sha256('stranger')] });
  });

  it('is refused when it pins a stream by name, or to something that is no digest', () => {
    refused({ streams: { octo: { genesis: sha256('') } } });
    refused({ streams: { '42': { genesis: 'abc' } } });
    refused({ streams: { '42': {} } });
  });
});
