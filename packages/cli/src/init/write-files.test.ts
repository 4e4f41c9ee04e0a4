import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFiles } from './write-files.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'proofrail-init-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const files = (...names: string[]) => names.map((name) => ({ path: name, text: 'x' }));
const left = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('files that belong together', () => {
  it('are all there', () => {
    writeFiles(folder, files('a/b/c.txt', 'a/d.txt', 'e.txt'));
    expect(left()).toEqual(['a', 'a/b', 'a/b/c.txt', 'a/d.txt', 'e.txt']);
  });

  it('are all gone again where one cannot be made, and what was there before stays', () => {
    mkdirSync(path.join(folder, 'kept'));
    writeFileSync(path.join(folder, 'f'), 'a file, no folder');
    expect(() => writeFiles(folder, files('kept/a.txt', 'b/c/d.txt', 'f/g.txt', 'h.txt'))).toThrow(
      expect.objectContaining({ code: 'init/unwritable', at: path.join(folder, 'f/g.txt') }),
    );
    expect(left()).toEqual(['f', 'kept']);
  });

  it('never take the place of one that appeared meanwhile', () => {
    writeFileSync(path.join(folder, 'b.txt'), 'of somebody else');
    expect(() => writeFiles(folder, files('a.txt', 'b.txt'))).toThrow(expect.objectContaining({ code: 'init/unwritable' }));
    expect(left()).toEqual(['b.txt']);
  });
});
