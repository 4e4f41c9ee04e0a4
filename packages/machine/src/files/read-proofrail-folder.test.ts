import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readProofrailFolder } from './read-proofrail-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'proofrail-folder-'));
  mkdirSync(path.join(folder, 'exceptions'));
  writeFileSync(path.join(folder, 'roles.yaml'), 'roles: {}');
  writeFileSync(path.join(folder, 'exceptions', 'a.yaml'), 'id: a');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the .proofrail folder', () => {
  it('is the same map on every machine: paths with slashes, in ascending order', () => {
    expect([...readProofrailFolder(folder)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['exceptions/a.yaml', 'id: a'],
      ['roles.yaml', 'roles: {}'],
    ]);
  });

  it('refuses a symbolic link: a registry must not come from anywhere else', () => {
    symlinkSync('roles.yaml', path.join(folder, 'controls.yaml'));
    expect(() => readProofrailFolder(folder)).toThrow(/file\/symbolic-link/);
  });

  it('refuses a folder of links instead of walking round in circles', () => {
    symlinkSync('..', path.join(folder, 'exceptions', 'up'));
    expect(() => readProofrailFolder(folder)).toThrow(/file\/symbolic-link/);
  });

  it('says that a missing folder is missing, never that it is empty', () => {
    expect(() => readProofrailFolder(path.join(folder, 'none'))).toThrow(/file\/absent/);
  });
});
