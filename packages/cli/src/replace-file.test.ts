import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { replaceFile } from './replace-file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'proofrail-replace-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file that is written', () => {
  it('is the new one or the old one, and nothing lies beside it', () => {
    const file = path.join(folder, 'report.html');
    replaceFile(file, 'old');
    replaceFile(file, 'new');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['new', ['report.html']]);
  });

  it('is all pieces in their order, or nothing of them', () => {
    const file = path.join(folder, 'report.html');
    const pieces = Array.from({ length: 50_000 }, (_, n) => `${n} é\n`);
    replaceFile(file, pieces);
    expect(readFileSync(file, 'utf8')).toBe(pieces.join(''));
    const broken = function* () {
      yield* pieces;
      throw new RangeError('no more');
    };
    expect(() => replaceFile(file, broken())).toThrow('no more');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual([pieces.join(''), ['report.html']]);
  });

  it('leaves nothing half-written behind when it cannot take its place', () => {
    mkdirSync(path.join(folder, 'taken'));
    expect(() => replaceFile(path.join(folder, 'taken'), 'x')).toThrow(/file\/not-a-file/);
    expect(() => replaceFile(path.join(folder, 'absent', 'x'), 'x')).toThrow(/file\/no-folder/);
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('stands where a link leads, and the link stays one', () => {
    const [file, link] = [path.join(folder, 'report.html'), path.join(folder, 'newest.html')];
    replaceFile(file, 'old');
    symlinkSync('report.html', link);
    replaceFile(link, 'new');
    expect([readFileSync(file, 'utf8'), readlinkSync(link)]).toEqual(['new', 'report.html']);
  });

  it('never takes the place of a device, also behind a link', () => {
    const link = path.join(folder, 'out');
    symlinkSync('/dev/null', link);
    expect(() => replaceFile(link, 'x')).toThrow(/file\/not-a-file/);
    symlinkSync('nowhere', path.join(folder, 'dangling'));
    expect(() => replaceFile(path.join(folder, 'dangling'), 'x')).toThrow(/file\/unwritable/);
    expect(readlinkSync(link)).toBe('/dev/null');
  });
});
