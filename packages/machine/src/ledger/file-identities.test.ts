import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileIdentities } from './file-identities.ts';

const ADA = 'github:1001';
let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'proofrail-people-')), 'ledger.identities');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

describe("people's keys in a folder", () => {
  it('stay the same for the same person, from one program to the next', async () => {
    const first = await new FileIdentities(folder).keyOf(ADA);
    expect(first).toHaveLength(32);
    expect(await new FileIdentities(folder).keyOf(ADA)).toEqual(first);
    expect(await new FileIdentities(folder).keyOf('github:1002')).not.toEqual(first);
  });

  it('are one and the same for all who ask first at once', async () => {
    const keys = await Promise.all(Array.from({ length: 50 }, () => new FileIdentities(folder).keyOf(ADA)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('are for nobody but their owner, whatever the umask', async () => {
    await new FileIdentities(folder).keyOf(ADA);
    const [name = ''] = readdirSync(folder);
    expect([statSync(folder).mode & 0o777, statSync(path.join(folder, name)).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(spawnSync('grep', ['-rl', '1001', folder]).status).toBe(0); // resolvable by the owner
    expect(name).not.toContain('1001');
  });

  it('are gone after an erasure, and the same person is then somebody else', async () => {
    const people = new FileIdentities(folder);
    const before = await people.keyOf(ADA);
    expect([await people.erase(ADA), await people.erase(ADA)]).toEqual([true, false]);
    const left = [];
    for await (const { subject } of people.subjects()) left.push(subject);
    expect(left).toEqual([]);
    expect(await people.keyOf(ADA)).not.toEqual(before);
  });

  it('are said to be unwritable, not unreadable, where they cannot be put', async () => {
    symlinkSync(path.join(path.dirname(folder), 'nowhere/people'), folder); // whose target has no folder to lie in
    await expect(new FileIdentities(folder).keyOf(ADA)).rejects.toMatchObject({
      code: 'file/unwritable',
      outcome: 'unavailable',
    });
  });

  it('that were changed are an alarm, never silently made anew', async () => {
    await new FileIdentities(folder).keyOf(ADA);
    const [name = ''] = readdirSync(folder);
    writeFileSync(path.join(folder, name), '');
    await expect(new FileIdentities(folder).keyOf(ADA)).rejects.toMatchObject({
      code: 'identities/not-a-key',
      outcome: 'tampered',
    });
  });
});
