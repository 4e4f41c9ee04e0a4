import { afterAll, expect, it } from '@jest/globals';
import { UnavailableError } from '@proofrail/core/outcomes';
import { startFakeKms } from '@proofrail/testkit';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSigner } from './load-signer.ts';

const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-key-'));
const file = path.join(folder, 'key.pem');
writeFileSync(file, pem, { mode: 0o600 });
const before = { ...process.env };
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  process.env = before;
});

it('is the same signer from a file and from the text of a secret, with or without line ends around it', async () => {
  const signers = await Promise.all([file, pem, pem.trim(), `\n${pem}`].map((key) => loadSigner(key, 'signing-key')));
  expect(new Set(signers.map(({ keyId }) => keyId)).size).toBe(1);
});

it('is a key that never leaves KMS, with the credentials that the job has', async () => {
  const kms = await startFakeKms();
  try {
    const { credentials, url } = kms;
    process.env['AWS_ACCESS_KEY_ID'] = credentials.accessKeyId;
    process.env['AWS_SECRET_ACCESS_KEY'] = credentials.secretAccessKey;
    const { arn } = kms.createKey();
    const { keyId, algorithm, publicPem } = await loadSigner(`awskms://${new URL(url).host}/${arn}`, 'signing-key');
    expect([keyId, algorithm, publicPem]).toEqual([
      expect.stringMatching(/^sha256:/),
      'ecdsa-p256-sha256',
      expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
    ]);
  } finally {
    await kms.close();
  }
});

it('is asked for with the role that opens the ledger, and not with one that another server than AWS gave', async () => {
  const kms = await startFakeKms();
  try {
    const uri = `awskms://${new URL(kms.url).host}/${kms.createKey().arn}`;
    process.env['AWS_ACCESS_KEY_ID'] = 'AKIAOFTHEENVIRONMENT';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'of-the-environment';
    const expiration = new Date(Date.now() + 900_000);
    const role = { credentials: () => Promise.resolve({ ...kms.credentials, sessionToken: 'session', expiration }) };
    expect((await loadSigner(uri, 'signing-key', { role })).algorithm).toBe('ecdsa-p256-sha256');
    await expect(loadSigner(uri, 'signing-key', { role, s3Endpoint: 'https://s3.example.com' })).rejects.toMatchObject({
      code: 'key/unavailable',
    });
    expect(kms.calls().map(({ accessKey }) => accessKey)).toEqual([kms.credentials.accessKeyId, 'AKIAOFTHEENVIRONMENT']);
  } finally {
    await kms.close();
  }
});

it('says what is wrong with the role, not with the key, where the role is not to be had', async () => {
  const refused = new UnavailableError('role/denied', { expected: 'a role', found: 'AccessDenied', at: 'arn', doThis: 'ask' });
  const role = { credentials: () => Promise.reject(refused) };
  const uri = 'awskms:///arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000';
  await expect(loadSigner(uri, 'signing-key', { role })).rejects.toBe(refused);
});

it('refuses a key that others on the machine can read', async () => {
  chmodSync(file, 0o644);
  await expect(loadSigner(file, 'signing-key')).rejects.toThrow(/key\/readable-by-others/);
});

it.each([
  ['', /key\/absent/],
  ['/no/such/key', /key\//],
  ['-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n', /key\/not-a-private-key/],
  ['"-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"', /key\/not-a-private-key/],
  ['\n-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n', /key\/not-a-private-key/],
  ['MC4CAQAwBQYDK2VwBCIEIc2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0AAAA', /key\/not-a-private-key/],
  ['awskms:///alias/evidence', /key\/kms-uri/],
  ['AWSKMS:///alias/evidence', /key\/kms-uri/],
])('says what a key is when given %j, and never repeats it', async (given, code) => {
  await expect(loadSigner(given, 'signing-key')).rejects.toThrow(code);
  await expect(loadSigner(given, 'signing-key')).rejects.not.toThrow(/c2VjcmV0/);
});
