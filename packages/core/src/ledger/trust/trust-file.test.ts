import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../canonical/digest.ts';
import { publicKeyFromPem } from '../../canonical/public-key.ts';
import type { IssuerKey } from '../../platform/issuer-key.ts';
import type { RunKeyRule } from '../../platform/run-key-rule.ts';
import { formatVerifierKey, logKey } from '../../tlog/note-key.ts';
import { formatTrustFile, parseTrustFile, type TrustedKey, type TrustFile } from './trust-file.ts';

function trustedKey(): TrustedKey {
  const pem = String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  return { key_id: publicKeyFromPem(pem, 'test').keyId, pem, valid_from: '2026-01-01T00:00:00.000Z', valid_to: null };
}

const ISSUER = 'https://token.actions.githubusercontent.com';
const { n } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const ISSUER_KEY: IssuerKey = {
  issuer: ISSUER,
  kid: 'k1',
  jwk: { kty: 'RSA', n: String(n), e: 'AQAB' },
  valid_from: '2026-01-01T00:00:00.000Z',
  valid_to: null,
};
const RUNS: RunKeyRule = {
  issuer: ISSUER,
  repository_id: '42',
  job_workflow_ref: ['acme/gate/.github/workflows/gate.yml@refs/tags/v1.0.0'],
  job_workflow_sha: null,
  runner_environment: 'github-hosted',
};
const key = trustedKey();
const trust: TrustFile = {
  version: 1,
  origin: 'example.org/evidence',
  streams: { '42': { genesis: sha256('first slot') } },
  record_keys: [
    key,
    { ...trustedKey(), valid_to: '2027-01-01T00:00:00.000Z' },
    { ...trustedKey(), compromised_from: '2026-11-21T04:00:00.000Z' },
  ],
  acknowledge: [key.key_id],
  issuer_keys: [ISSUER_KEY],
  run_keys: [RUNS],
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
    refused({ record_keys: [], acknowledge: [], run_keys: [] });
    refused({ record_keys: [key, key] });
    refused({ record_keys: [{ ...key, key_id: sha256('another') }], acknowledge: [] }, 'trust/key-id');
  });

  it('is refused when a key stops being valid before it becomes so, or at a time that does not exist', () => {
    refused({ record_keys: [{ ...key, valid_to: '2025-01-01T00:00:00.000Z' }] });
    refused({ record_keys: [{ ...key, valid_from: '2026-13-01T00:00:00.000Z' }] });
    refused({ record_keys: [{ ...key, valid_from: '2026-01-01' }] });
    refused({ record_keys: [{ ...key, compromised_from: '2026-01-01' }] });
    refused({ record_keys: [{ ...key, compromised_from: null }] });
  });

  it('is refused when it lets somebody acknowledge whose records do not count', () => {
    refused({ acknowledge: [sha256('stranger')] });
  });

  it('lets a sealer speak only by record keys that it names, for issuers, from one stream', () => {
    const sealer = { stream: '700003', keys: [key.key_id], issuers: [ISSUER] };
    expect(parse({ ...trust, sealer }).sealer).toEqual(sealer);
    expect(parse({ ...trust, issuer_keys: [], sealer }).run_keys).toEqual([RUNS]); // its issuer is one of the sealer's
    refused({ issuer_keys: [], sealer: { ...sealer, issuers: ['https://issuer.example'] } });
    refused({ sealer: { ...sealer, keys: [sha256('stranger')] } });
    refused({ sealer: { ...sealer, keys: [] } });
    refused({ sealer: { ...sealer, issuers: ['http://issuer.example'] } });
    refused({ sealer: { ...sealer, stream: 'audit' } });
    refused({ sealer: { ...sealer, streams: ['700003'] } });
  });

  it('may name runs alone, whose keys nobody knows beforehand', () => {
    expect(parse({ ...trust, record_keys: [], acknowledge: [] }).record_keys).toEqual([]);
  });

  it('is refused with a key of an issuer that is weak, private, twice there or of another kind', () => {
    const keys = (jwk: object) => refused({ issuer_keys: [{ ...ISSUER_KEY, jwk: { ...ISSUER_KEY.jwk, ...jwk } }] });
    keys({ e: 'Aw' });
    keys({ kty: 'oct' });
    keys({ n: String(n).slice(0, 200) });
    keys({ n: `${String(n)}=` });
    keys({ d: 'AQAB' });
    refused({ issuer_keys: [ISSUER_KEY, ISSUER_KEY] });
    refused({ issuer_keys: [{ ...ISSUER_KEY, issuer: 'http://token.actions.githubusercontent.com' }] });
    refused({ issuer_keys: [{ ...ISSUER_KEY, valid_to: ISSUER_KEY.valid_from }] });
  });

  it('is refused when runs are admitted by name, by no workflow, or under an issuer without a key', () => {
    refused({ run_keys: [{ ...RUNS, repository_id: 'acme/payments' }] });
    refused({ run_keys: [{ ...RUNS, job_workflow_ref: [] }] });
    refused({ run_keys: [{ ...RUNS, job_workflow_sha: ['main'] }] });
    refused({ run_keys: [{ ...RUNS, runner_environment: 'mine' }] });
    refused({ run_keys: [{ ...RUNS, issuer: 'https://other.example' }] });
    refused({ issuer_keys: [] });
  });

  it('is refused when it pins a stream by name, or to something that is no digest', () => {
    refused({ streams: { octo: { genesis: sha256('') } } });
    refused({ streams: { '42': { genesis: 'abc' } } });
    refused({ streams: { '42': {} } });
    refused({ streams: [] }); // pinned nothing, and read as "0 of 1 stream pinned"
  });

  it('says which member cannot be meant, and what stands there', () => {
    const log = logKey('example.org/other', publicKeyFromPem(trustedKey().pem, 'test'));
    const late = '2025-01-01T00:00:00.000Z';
    for (const [change, pointer, found] of [
      [{ record_keys: [key, trustedKey(), key] }, '/record_keys/2', `${key.key_id} again`],
      [{ record_keys: [key, { ...trustedKey(), valid_to: late }] }, '/record_keys/1', `from ${key.valid_from} to ${late}`],
      [{ issuer_keys: [{ ...ISSUER_KEY, valid_to: late }] }, '/issuer_keys/0', `k1 of ${ISSUER}, from`],
      [{ issuer_keys: [ISSUER_KEY, ISSUER_KEY] }, '/issuer_keys/1', `k1 of ${ISSUER} again`],
      [{ acknowledge: [key.key_id, sha256('x')] }, '/acknowledge/1', sha256('x')],
      [{ issuer_keys: [] }, '/run_keys/0/issuer', ISSUER],
      [{ log_keys: [formatVerifierKey(log)] }, '/log_keys/0', 'a key of example.org/other'],
      [{ log_keys: ['nonsense'] }, '/log_keys/0', 'no key of a log'],
      [
        { log_keys: [formatVerifierKey(logKey(trust.origin, publicKeyFromPem(key.pem, 'test')))] },
        '/log_keys/0',
        `${key.key_id}, which is one`,
      ],
      [{ origin: 'o'.repeat(3034) }, '/origin', '3034 characters'],
      [{ streams: { 'acme/web': { genesis: sha256('x') } } }, '/streams/acme~1web', '"acme/web"'],
    ] as const) {
      const at = `trust.json#${pointer}`;
      expect(() => parse({ ...trust, ...change })).toThrow(
        expect.objectContaining({ code: 'trust/invalid', at, found: expect.stringContaining(found) }),
      );
    }
    expect(() => parse({ ...trust, log_keys: [formatVerifierKey(log)] })).toThrow(/"origin" names, example\.org\/evidence/);
  });

  it('takes keys of the log that its origin names, and of no other', () => {
    const key = logKey(trust.origin, publicKeyFromPem(trustedKey().pem, 'test'));
    const named = { ...trust, log_keys: [formatVerifierKey(key)] };
    expect(parse(named)).toEqual(named);
    expect(parseTrustFile(Buffer.from(formatTrustFile(named)), 'trust.json')).toEqual(named);
    for (const wrong of [formatVerifierKey({ ...key, name: 'example.org/other' }), formatVerifierKey(key).slice(1), '']) {
      expect(() => parse({ ...trust, log_keys: [wrong] })).toThrow(expect.objectContaining({ code: 'trust/invalid' }));
    }
  });
});
