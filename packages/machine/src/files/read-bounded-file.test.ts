import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readBoundedFile } from './read-bounded-file.ts';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'proofrail-files-'));
  mkdirSync(at('checkout'));
  writeFileSync(at('checkout', 'report.sarif'), '{}');
  writeFileSync(at('secret'), 'outside');
  symlinkSync(at('secret'), at('checkout', 'link'));
  symlinkSync(at('checkout', 'report.sarif'), at('checkout', 'inner-link'));
  mkdirSync(at('checkout-evil'));
  writeFileSync(at('checkout-evil', 'file'), 'sibling whose name starts alike');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading a file that somebody named', () => {
  it('gives exactly its bytes up to and including the cap', () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const bytes = Buffer.alloc(size, 'x');
      writeFileSync(at('sized'), bytes);
      expect(Buffer.from(readBoundedFile(at('sized'), { most: size })).equals(bytes)).toBe(true);
      if (size > 0) expect(() => readBoundedFile(at('sized'), { most: size - 1 })).toThrow(/file\/too-large/);
    }
  });

  it.each([
    ['a name of which no file system has one, such as a whole list', () => at('a-path\n'.repeat(1_000))],
    ['a link that leads to itself', () => at('circle')],
  ])('says of %s that the path is wrong: no right would help', (_, named) => {
    if (!lstatSync(at('circle'), { throwIfNoEntry: false })) symlinkSync(at('circle'), at('circle'));
    expect(() => readBoundedFile(named(), { most: 10 })).toThrow(/file\/absent/);
  });

  it('never reads an endless device, whose size says 0', () => {
    expect(() => readBoundedFile('/dev/zero', { most: 10 })).toThrow(/file\/not-a-file/);
  });

  it('does not wait for somebody to write into a named pipe', () => {
    expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
    expect(() => readBoundedFile(at('pipe'), { most: 10 })).toThrow(/file\/not-a-file/);
  });

  it('refuses a file that reports size 0 and then grows past the cap, as files of /proc do', () => {
    expect(() => readBoundedFile('/proc/self/maps', { most: 10 })).toThrow(/file\/too-large/);
  });

  it.each(['checkout/missing', 'checkout/report.sarif/below'])('tells a wrong path from a missing right: %s', (name) => {
    expect(() => readBoundedFile(at(name), { most: 10 })).toThrow(
      expect.objectContaining({ code: 'file/absent', outcome: 'invalid' }),
    );
  });

  it('follows no link out of the folder it was told to stay in', () => {
    const bounds = { most: 100, within: at('checkout') };
    expect(readBoundedFile(at('checkout', 'inner-link'), bounds)).toHaveLength(2);
    for (const way of [at('checkout', 'link'), at('checkout', '..', 'secret'), at('checkout-evil', 'file')]) {
      expect(() => readBoundedFile(way, bounds)).toThrow(/file\/outside/);
    }
  });
});
