import { describe, expect, it } from '@jest/globals';
import { ProtectedBranch } from './material/protected-branch.ts';

const EDIT = { 'src/a.txt': 'a\nb\n' };
const TWO_STEPS = [{ 'src/a.txt': 'a\nb\n' }, { 'src/c.txt': 'c\n', 'README.md': 'one\ntwo\nthree\nfour\n' }];
const ELSEWHERE = { 'src/elsewhere.txt': 'meanwhile\n' };

describe('an allowed change that lands unmodified is verified', () => {
  it('as a squash onto a main that moved on meanwhile', async () => {
    using main = new ProtectedBranch();
    const change = main.open(TWO_STEPS);
    const other = main.open([ELSEWHERE]);
    main.landed(main.since, other, { merge_commit: main.repository.squash(other.head) });
    const between = main.repository.head();
    main.landed(between, change, { merge_commit: main.repository.squash(change.head) });
    expect(await main.words()).toEqual(['verified by squash-or-rebase', 'verified by squash-or-rebase']);
  });

  it('as a merge commit', async () => {
    using main = new ProtectedBranch();
    const change = main.open(TWO_STEPS);
    main.repository.commit(ELSEWHERE);
    const before = main.repository.head();
    main.landed(before, change, { merge_commit: main.repository.mergeCommit(change.head) });
    expect(await main.words(before)).toEqual(['verified by merge']);
  });

  it('as a rebase of several commits, each of them compared', async () => {
    using main = new ProtectedBranch();
    const change = main.open([...TWO_STEPS, { 'src/c.txt': null }]);
    main.repository.commit(ELSEWHERE);
    const before = main.repository.head();
    main.landed(before, change, { merge_commit: main.repository.rebase(change.head) });
    expect(await main.words(before)).toEqual(Array(3).fill('verified by rebase'));
  });

  it('as a rebase whose commit became empty, kept or dropped', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT, { 'src/d.txt': 'd\n' }, { 'src/e.txt': 'e\n' }]);
    const before = main.repository.commit(EDIT, 'the same edit, by somebody else');
    main.repository.git('cherry-pick', '--keep-redundant-commits', `main..${change.head}`);
    main.landed(before, change);
    expect(await main.words(before)).toEqual(Array(3).fill('verified by rebase'));
    main.repository.git('reset', '--quiet', '--hard', before);
    main.repository.git('cherry-pick', `${change.head}~2..${change.head}`);
    main.landed(before, change);
    expect(await main.words(before)).toEqual(Array(2).fill('verified by rebase'));
  });

  it('as a merge group whose own commit was judged, also with a second pull request in front of it', async () => {
    using main = new ProtectedBranch();
    const [first, second] = [main.open([EDIT], null), main.open([{ 'src/z.txt': 'z\n' }], null)];
    const one = main.repository.squash(first.head);
    main.landed(main.since, first, { merge_commit: one });
    const group = main.repository.squash(second.head);
    main.landed(one, second, { merge_commit: group });
    for (const each of [first, second]) main.decide({ ...each, kind: 'merge_group', landed: group });
    expect(await main.words()).toEqual(['verified by squash-or-rebase', 'verified by merge-group']);
  });

  it('as a revert that went the whole way itself', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    const before = main.repository.head();
    const revert = main.open([{ 'src/a.txt': 'a\n' }]);
    main.landed(before, revert, { merge_commit: main.repository.squash(revert.head) });
    expect(await main.words()).toEqual(['verified by squash-or-rebase', 'verified by squash-or-rebase']);
  });
});

describe('what no allowed change explains is a bypass (attack 7)', () => {
  it('a direct push, and a direct revert', async () => {
    using main = new ProtectedBranch();
    main.repository.commit({ 'src/a.txt': 'pushed\n' });
    main.repository.git('revert', '--no-edit', 'HEAD');
    expect(await main.words()).toEqual(['no-pull-request', 'no-pull-request']);
  });

  it('an evil merge: a merge commit with something in it that neither side had', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.repository.commit(ELSEWHERE);
    const before = main.repository.head();
    main.repository.git('merge', '--no-ff', '--no-commit', change.head);
    const evil = main.repository.commit({ 'src/elsewhere.txt': 'and a door\n' });
    main.landed(before, change, { merge_commit: evil });
    const [{ verdict } = { verdict: null }] = (await main.check(before)).commits;
    expect(verdict).toMatchObject({
      kind: 'bypass',
      reason: 'tree-differs',
      expectedTree: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  });

  it('an admin’s push of an approved head with one commit more', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.repository.git('merge', '--quiet', '--ff-only', change.head);
    main.landed(main.since, change);
    main.repository.commit({ 'src/a.txt': 'a\nb\ndoor\n' });
    expect(await main.words()).toEqual(['verified by squash-or-rebase', 'no-pull-request']);
  });

  it('a commit that came after the approval', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.repository.git('switch', '--quiet', 'topic-1');
    const late = main.repository.commit({ 'src/a.txt': 'a\nb\ndoor\n' });
    main.repository.git('switch', '--quiet', 'main');
    main.landed(main.since, { ...change, head: late }, { merge_commit: main.repository.squash(late) });
    expect(await main.words()).toEqual(['no-allow-decision']);
    // And a platform that still names the judged head explains nothing about the content.
    main.landed(main.since, change);
    expect(await main.words()).toEqual(['tree-differs']);
  });

  it('a merge commit of another head than the judged one, although the tree is the same', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    const twin = main.repository.branch('twin', [EDIT]);
    main.landed(main.since, change, { merge_commit: main.repository.mergeCommit(twin) });
    expect(await main.words()).toEqual(['other-head']);
  });

  it('an octopus', async () => {
    using main = new ProtectedBranch();
    const [one, two] = [main.open([EDIT]), main.open([{ 'src/z.txt': 'z\n' }])];
    main.repository.git('merge', '--quiet', '--no-ff', '--no-edit', one.head, two.head);
    main.landed(main.since, one);
    expect(await main.words()).toEqual(['octopus']);
  });

  it('a conflict that somebody resolved on the branch itself', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    const before = main.repository.commit({ 'src/a.txt': 'a\nx\n' });
    expect(() => main.repository.git('merge', '--no-ff', change.head)).toThrow();
    main.landed(before, change, { merge_commit: main.repository.commit({ 'src/a.txt': 'a\nb\n' }) });
    expect(await main.words(before)).toEqual(['conflict']);
  });

  it('a rebase with a door in the middle that the last commit closes again', async () => {
    using main = new ProtectedBranch();
    const change = main.open(TWO_STEPS);
    main.repository.commit({ 'src/a.txt': 'door\n' });
    main.landed(main.since, change, { merge_commit: main.repository.commit({ ...TWO_STEPS[0], ...TWO_STEPS[1] }) });
    expect(main.repository.tree()).toBe(main.repository.tree(change.head));
    expect(await main.words()).toEqual(['tree-differs', 'tree-differs']);
  });

  it('a main that was pushed over: the finding stands first, and what lies there now is judged too', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    const last = main.repository.head();
    main.repository.git('reset', '--quiet', '--hard', main.since);
    expect(await main.words(last)).toEqual(['history-rewritten']);
    main.repository.commit({ 'src/a.txt': 'other\n' });
    expect(await main.words(last)).toEqual(['history-rewritten', 'no-pull-request']);
  });

  it('a main that begins anew', async () => {
    using main = new ProtectedBranch();
    main.repository.git('checkout', '--quiet', '--orphan', 'fresh');
    main.repository.commit({ 'src/a.txt': 'new\n' });
    main.repository.git('branch', '--force', 'main', 'fresh');
    expect(await main.words()).toEqual(['history-rewritten', 'unknown-parent']);
  });

  it('a push past every pull request that becomes a mere side of the merge that follows it', async () => {
    using main = new ProtectedBranch();
    const door = main.repository.commit({ 'src/door.txt': 'open\n' });
    const change = main.open([EDIT]); // on top of the door, so that reviewers see the edit alone
    main.repository.git('checkout', '--quiet', '--detach', main.since);
    const merge = main.repository.mergeCommit(change.head);
    main.repository.git('branch', '--force', 'main', merge);
    main.landed(main.since, change, { merge_commit: merge });
    expect(main.repository.tree(merge)).toBe(main.repository.tree(change.head));
    expect(await main.words()).toEqual(['other-base']);
    expect(await main.words(door)).toEqual(['other-base']);
  });

  it('a change that was judged on top of something which the branch lost again', async () => {
    using main = new ProtectedBranch();
    main.repository.commit({ 'src/door.txt': 'open\n' });
    const change = main.open([EDIT]);
    main.repository.git('reset', '--quiet', '--hard', main.since);
    main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    expect(await main.words()).toEqual(['other-base']);
  });

  it('a main whose parents were swapped, so that the old main is only a side of it', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    const before = main.repository.commit(ELSEWHERE);
    main.repository.git('switch', '--quiet', 'topic-1');
    main.repository.git('merge', '--quiet', '--no-edit', 'main');
    main.repository.git('branch', '--force', 'main', 'topic-1');
    main.landed(before, change);
    const words = await main.words(before);
    expect(words.at(-1)).toBe('other-head');
  });
});
