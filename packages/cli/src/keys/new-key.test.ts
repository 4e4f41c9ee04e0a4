import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseTrustFile } from '@proofrail/core/ledger';
import type { Session } from '../session.ts';
import { newKey } from './new-key.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'proofrail-key-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const session: Session = {
  clock: { now: () => 0 },
  logger: { info: () => undefined, warning: () => undefined, progress: () => undefined },
  env: {},
};
const make = (origin: string) => newKey({ out: path.join(folder, 'a.key'), origin }, session);

describe('proofrail keys new --trust', () => {
  it.each(['a.key', 'a.key.pub', './a.key'])('makes nothing where the trust file %s would be a half of the key', (trust) => {
    const options = { out: path.join(folder, 'a.key'), trust: `${folder}/${trust}`, origin: 'example.org' };
    expect(() => newKey(options, session)).toThrow(/key\/exists/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('proofrail keys new --origin', () => {
  it('names the ledger in the trust file as its log will be named, so that nobody edits that file by hand', () => {
    const trust = String(make('example.org/evidence').json['trust']);
    expect(parseTrustFile(readFileSync(trust), trust).origin).toBe('example.org/evidence');
  });

  it.each(['our evidence', 'example.org+evidence', 'line\nbreak', 'o'.repeat(256)])(
    'makes nothing under the name %j, which no checkpoint could carry',
    (origin) => {
      expect(() => make(origin)).toThrow(/seal\/origin/);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
