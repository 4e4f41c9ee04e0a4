import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseEnvelope, publicKeyFromPem, sealEnvelope, verifyEnvelope } from '@proofrail/core/canonical';
import { createLocalKey, loadLocalSigner } from './local-signer.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-signer-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let files = 0;
const fresh = (): string => path.join(scratch, `key-${(files += 1)}.pem`);

describe('a key in a file', () => {
  it('is readable by its owner alone, whatever the umask', () => {
    const file = fresh();
    const before = process.umask(0);
    try {
      createLocalKey(file);
    } finally {
      process.umask(before);
    }
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it('is never overwritten: evidence signed with it would lose its key', () => {
    const file = fresh();
    createLocalKey(file);
    const before = readFileSync(file);
    expect(() => createLocalKey(file)).toThrow(expect.objectContaining({ code: 'key/exists' }));
    expect(readFileSync(file)).toEqual(before);
  });

  it.each([0o640, 0o604, 0o620, 0o666, 0o610])('is refused when others could read or change it: mode %o', (mode) => {
    const file = fresh();
    createLocalKey(file);
    chmodSync(file, mode);
    expect(() => loadLocalSigner(file)).toThrow(expect.objectContaining({ code: 'key/readable-by-others' }));
  });

  it('is absent, which is for whoever named it to mend, behind a link that leads to itself, below a file and by no name at all', () => {
    const [link, file] = [fresh(), fresh()];
    symlinkSync(path.basename(link), link);
    writeFileSync(file, '');
    for (const wrong of [link, path.join(file, 'key'), path.join(scratch, 'k'.repeat(300))])
      expect(() => loadLocalSigner(wrong)).toThrow(
        expect.objectContaining({ code: 'key/absent', outcome: 'invalid', at: wrong }),
      );
  });

  it('is named by the digest of its public half', () => {
    const signer = createLocalKey(fresh());
    const der = createPublicKey(signer.publicPem).export({ type: 'spki', format: 'der' });
    expect(signer.keyId).toBe(`sha256:${createHash('sha256').update(der).digest('hex')}`);
  });

  it('signs so that the public half alone verifies, after loading too', async () => {
    const file = fresh();
    const { publicPem, keyId } = createLocalKey(file);
    const bytes = await sealEnvelope('text/plain', new TextEncoder().encode('said'), loadLocalSigner(file));
    expect(verifyEnvelope(parseEnvelope(bytes, 'test'), [publicKeyFromPem(publicPem, 'test')])).toEqual([keyId]);
  });

  it('says what is wrong with a file that holds something else', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const wrong = {
      p256: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
      text: 'not a key',
      empty: '',
      large: 'x'.repeat(20_000),
    };
    for (const [name, text] of Object.entries(wrong)) {
      const file = path.join(scratch, name);
      writeFileSync(file, text, { mode: 0o600 });
      expect(() => loadLocalSigner(file)).toThrow(expect.objectContaining({ outcome: 'invalid' }));
    }
    expect(() => loadLocalSigner(path.join(scratch, 'absent'))).toThrow(expect.objectContaining({ code: 'key/absent' }));
    expect(() => loadLocalSigner(scratch)).toThrow(expect.objectContaining({ outcome: 'invalid' }));
  });
});
