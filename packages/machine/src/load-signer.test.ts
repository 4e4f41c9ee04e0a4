import { expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSigner } from './load-signer.ts';

const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
const file = path.join(mkdtempSync(path.join(tmpdir(), 'proofrail-key-')), 'key.pem');
writeFileSync(file, pem, { mode: 0o600 });

it('is the same signer from a file and from the text of a secret, with or without its last line end', () => {
  expect(
    new Set(
      [loadSigner(file, 'signing-key'), loadSigner(pem, 'signing-key'), loadSigner(pem.trim(), 'signing-key')].map(
        ({ keyId }) => keyId,
      ),
    ).size,
  ).toBe(1);
});

it('refuses a key that others on the machine can read', () => {
  chmodSync(file, 0o644);
  expect(() => loadSigner(file, 'signing-key')).toThrow(/key\/readable-by-others/);
});

it.each([
  ['', /key\/absent/],
  ['/no/such/key', /key\//],
  ['-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n', /key\/not-a-private-key/],
])('says what a key is when given %j, and never repeats it', (given, code) => {
  expect(() => loadSigner(given, 'signing-key')).toThrow(code);
  expect(() => loadSigner(given, 'signing-key')).not.toThrow(/c2VjcmV0/);
});
