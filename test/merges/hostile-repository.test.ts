import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GitRepository } from '@proofrail/machine/git';
import { tree } from '../e2e/cli/proofrail.ts';
import { ProtectedBranch } from './material/protected-branch.ts';

const HOOKS = [
  'reference-transaction',
  'post-checkout',
  'pre-commit',
  'commit-msg',
  'post-index-change',
  'fsmonitor-watchman',
  'pre-merge-commit',
];

/** A repository in which everything that git lets a repository run is armed: each trap leaves a file behind. */
function armed(main: ProtectedBranch): { readonly sprung: () => string[] } {
  const { folder } = main.repository;
  const traps = path.join(folder, '.git', 'traps');
  const sprung = path.join(folder, '.git', 'sprung');
  mkdirSync(traps);
  mkdirSync(sprung);
  const trap = (name: string, then = 'exit 0'): string => {
    const file = path.join(traps, name);
    writeFileSync(file, `#!/bin/sh\ntouch '${path.join(sprung, name)}'\n${then}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  for (const hook of HOOKS) trap(hook);
  const settings: Record<string, string> = {
    'core.hooksPath': traps,
    'core.fsmonitor': trap('fsmonitor'),
    'core.sshCommand': trap('ssh'),
    'core.pager': trap('pager'),
    'core.editor': trap('editor'),
    'pager.log': trap('log-pager'),
    'diff.external': trap('diff'),
    'diff.evil.textconv': trap('textconv'),
    'merge.evil.driver': `${trap('merge')} %A`,
    'merge.default': 'evil',
    'filter.evil.clean': trap('clean', 'cat'),
    'filter.evil.smudge': trap('smudge', 'cat'),
    'filter.evil.process': trap('process'),
    'filter.evil.required': 'true',
    'gpg.program': trap('gpg'),
    'log.showSignature': 'true',
    'alias.merge-tree': `!${trap('alias')}`,
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    'extensions.partialClone': 'origin',
    'remote.origin.promisor': 'true',
    'remote.origin.url': `ext::${trap('remote')}`,
  };
  for (const [name, value] of Object.entries(settings))
    execFileSync('git', ['config', '--file', path.join(folder, '.git', 'config'), name, value]);
  writeFileSync(path.join(folder, '.git', 'info', 'attributes'), '* merge=evil filter=evil diff=evil\n');
  return { sprung: () => readdirSync(sprung).sort() };
}

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
const contestedFiles = { '.gitattributes': '* merge=evil filter=evil diff=evil\n', 'a.txt': LINES.join('') };

/** Both sides touch one file, in places that merge cleanly: exactly where a merge driver is asked. */
function contest(main: ProtectedBranch): { readonly before: string; readonly head: string } {
  const change = main.open([{ 'a.txt': ['first\n', ...LINES.slice(1)].join('') }, { 'b.txt': 'b\n' }]);
  const before = main.repository.commit({ 'a.txt': [...LINES.slice(0, -1), 'last\n'].join('') });
  main.landed(before, change, { merge_commit: main.repository.rebase(change.head) });
  return { before, head: change.head };
}

/** Folders that borrow this repository's objects: other tests have theirs in the same temporary folder at the same time. */
const desksOver = (folder: string): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('proofrail-git-') && borrows(path.join(tmpdir(), name), folder));

function borrows(desk: string, folder: string): boolean {
  try {
    return readFileSync(path.join(desk, 'objects', 'info', 'alternates'), 'utf8').includes(folder);
  } catch {
    return false;
  }
}

describe('a repository that wants to run something', () => {
  it('runs nothing while its merges are checked, and they are checked rightly', async () => {
    using main = new ProtectedBranch(contestedFiles);
    const { before } = contest(main);
    const { sprung } = armed(main);
    expect(await main.words(before)).toEqual(['verified by rebase', 'verified by rebase']);
    expect(sprung()).toEqual([]);
  });

  it('does run it where git is asked in the repository itself: the traps are armed', () => {
    using main = new ProtectedBranch(contestedFiles);
    const { before, head } = contest(main);
    const { sprung } = armed(main);
    const git = (...argv: string[]): unknown => execFileSync('git', argv, { cwd: main.repository.folder, stdio: 'ignore' });
    try {
      git('merge-tree', '--write-tree', before, head);
    } catch {
      // a trap is no merge driver that works
    }
    expect(sprung()).toContain('merge');
  });

  it('is not asked over the network for what it lacks: a promised object is absent', async () => {
    using main = new ProtectedBranch(contestedFiles);
    const { before, head } = contest(main);
    const { sprung } = armed(main);
    rmSync(path.join(main.repository.folder, '.git', 'objects', head.slice(0, 2), head.slice(2)));
    expect(new Set(await main.words(before))).toEqual(new Set(['history-incomplete']));
    expect(sprung()).toEqual([]);
  });

  it('cannot swap a commit for another by replacement, graft or environment', async () => {
    using main = new ProtectedBranch(contestedFiles);
    const { before, head } = contest(main);
    const evil = main.repository.commit({ 'door.txt': 'open\n' });
    main.repository.git('replace', evil, `${evil}^`);
    writeFileSync(path.join(main.repository.folder, '.git', 'info', 'grafts'), `${evil} ${before}\n`);
    process.env['GIT_DIR'] = '/nonexistent';
    try {
      expect((await main.words(before)).at(-1)).toBe('no-pull-request');
    } finally {
      delete process.env['GIT_DIR'];
    }
    expect(head).toMatch(/^[0-9a-f]{40}$/);
  });

  it('is left exactly as it was, and nothing stays behind in the temporary folder', async () => {
    using main = new ProtectedBranch(contestedFiles);
    const { before } = contest(main);
    // Times are left out: git renews that of an object which it would have written anew, in borrowed folders too.
    const state = () => tree(main.repository.folder);
    const was = state();
    await main.check(before);
    expect([state(), desksOver(main.repository.folder)]).toEqual([was, []]);
    using open = await GitRepository.open(main.repository.folder);
    expect(await open.commit(before)).not.toBeNull();
    expect(desksOver(main.repository.folder)).toHaveLength(1);
  });
});

describe('a folder that cannot be examined', () => {
  it('is refused by name when it is no repository', async () => {
    await expect(GitRepository.open(path.join(tmpdir(), 'no-such-folder'))).rejects.toMatchObject({ code: 'git/no-repository' });
  });

  it('is unavailable when history is cut off: a shallow clone proves nothing', async () => {
    using main = new ProtectedBranch();
    const change = main.open([{ 'src/a.txt': 'b\n' }]);
    main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    const clone = `${main.repository.folder}/.git/shallow-clone`;
    main.repository.git('clone', '--quiet', '--depth=1', `file://${main.repository.folder}`, clone);
    using git = await GitRepository.open(clone);
    const { commit, parents } = await git.tip('main');
    expect(parents).toEqual([main.since]);
    expect(await git.commit(main.since)).toBeNull();
    expect(await git.mergedTree(main.since, change.head)).toEqual({ kind: 'incomplete' });
    await expect(git.firstParents(change.head, commit)).rejects.toMatchObject({ code: 'git/history-incomplete' });
  });

  it('has no tip when the local branch and origin disagree, and none by a tag of the same name', async () => {
    using main = new ProtectedBranch();
    main.repository.git('update-ref', 'refs/remotes/origin/main', main.since);
    main.repository.git('tag', 'refs/heads/gone');
    using git = await GitRepository.open(main.repository.folder);
    expect((await git.tip('main')).commit).toBe(main.since);
    await expect(git.tip('gone')).rejects.toMatchObject({ code: 'git/no-branch' });
    main.repository.commit({ 'x.txt': 'x\n' });
    await expect(git.tip('main')).rejects.toMatchObject({ code: 'git/which-tip' });
  });
});
