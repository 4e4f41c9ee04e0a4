import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { placeFor } from './place-for.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'proofrail-place-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const code = (name: string) => expect.objectContaining({ code: name });

describe('a place for a file', () => {
  it('is never that of a private key, also behind a link, whatever kind of key it is', () => {
    for (const kind of ['PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'OPENSSH PRIVATE KEY']) {
      const [key, link] = [path.join(folder, `${kind}.key`), path.join(folder, `${kind}.link`)];
      writeFileSync(key, `some text\n-----BEGIN ${kind}-----\nMC4C\n-----END ${kind}-----\n`);
      symlinkSync(key, link);
      for (const file of [key, link]) expect(() => placeFor(file)).toThrow(code('file/private-key'));
    }
  });

  it('may be that of a public key or of anything else that is a file', () => {
    const file = path.join(folder, 'key.pub');
    writeFileSync(file, '-----BEGIN PUBLIC KEY-----\nMC4C\n-----END PUBLIC KEY-----\n');
    expect(readFileSync(placeFor(file), 'utf8')).toContain('PUBLIC KEY');
  });

  it('is not "-", which people mean for standard output, and is "./-"', () => {
    expect(() => placeFor('-')).toThrow(code('file/not-a-file'));
    expect(placeFor('./-')).toBe('./-');
  });

  it('is in a folder that exists', () => {
    writeFileSync(path.join(folder, 'file'), '');
    for (const name of ['absent/x', 'file/x']) {
      expect(() => placeFor(path.join(folder, name))).toThrow(
        expect.objectContaining({ code: 'file/no-folder', outcome: 'invalid' }),
      );
    }
  });

  it('is where the system finds it: behind a link ".." leads up from where that link leads', () => {
    mkdirSync(path.join(folder, 'far', 'deep'), { recursive: true });
    symlinkSync(path.join(folder, 'far', 'deep'), path.join(folder, 'link'));
    writeFileSync(path.join(folder, 'far', 'file'), '');
    expect(placeFor(`${folder}/link/../file`)).toMatch(/\/far\/file$/);
  });
});
