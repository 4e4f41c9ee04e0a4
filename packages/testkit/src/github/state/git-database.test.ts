import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, symlinkSync, mkdirSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GitDatabase } from './git-database.ts';
import type { GitFile } from './git-tree.ts';

// Names that git sorts otherwise than one would think: a folder sorts as if its name ended in a slash.
const FILES = new Map<string, GitFile>([
  ['a', { mode: '100644', content: Buffer.from('a') }],
  ['a.txt', { mode: '100755', content: Buffer.from('run me\n') }],
  ['a0/b', { mode: '100644', content: Buffer.from([0, 255, 10]) }],
  ['lib/deep/er/c.js', { mode: '100644', content: Buffer.from('') }],
  ['lib-x', { mode: '120000', content: Buffer.from('lib/deep') }],
  ['lib/Ä.md', { mode: '100644', content: Buffer.from('ü\n') }],
]);

describe('beside git itself', () => {
  let folder: string;
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: environment }).trim();
  const at = '2026-11-20T12:00:00Z';
  const environment = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    GIT_AUTHOR_NAME: 'ada',
    GIT_AUTHOR_EMAIL: 'ada@acme.example',
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: 'ada',
    GIT_COMMITTER_EMAIL: 'ada@acme.example',
    GIT_COMMITTER_DATE: at,
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fake-github-git-'));
    git('init', '--quiet');
    for (const [path, { mode, content }] of FILES) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      if (mode === '120000') symlinkSync(content.toString('utf8'), join(folder, path));
      else writeFileSync(join(folder, path), content);
      if (mode === '100755') chmodSync(join(folder, path), 0o755);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'first');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('every tree and the commit have the ids that git gives them', () => {
    const database = new GitDatabase();
    const identity = { name: 'ada', email: 'ada@acme.example', date: new Date(at) };
    const commit = database.write(FILES, {
      parents: [],
      author: identity,
      committer: identity,
      message: 'first\n',
      signature: null,
    });
    expect(commit.tree).toBe(git('rev-parse', 'HEAD^{tree}'));
    expect(commit.oid).toBe(git('rev-parse', 'HEAD'));
    for (const path of ['a.txt', 'a0', 'lib/deep/er', 'lib-x', 'lib/Ä.md']) {
      expect([path, database.entryAt(commit.tree, path)?.oid]).toEqual([path, git('rev-parse', `HEAD:${path}`)]);
    }
  });
});
