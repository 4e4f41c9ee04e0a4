import { describe, expect, it } from '@jest/globals';
import { unknown } from '@proofrail/core/context';
import { ProtectedBranch } from './material/protected-branch.ts';

const EDIT = { 'src/a.txt': 'a\nb\n' };
const ELSEWHERE = { 'src/elsewhere.txt': 'meanwhile\n' };

describe('a decision counts', () => {
  const landedWith = async (...decisions: Parameters<ProtectedBranch['decide']>[0][]): Promise<string[]> => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT], null);
    for (const decision of decisions) main.decide({ ...decision, head: change.head });
    main.landed(main.since, change, { merge_commit: main.repository.squash(change.head) });
    return await main.words();
  };
  const head = '';

  it.each([
    ['not from the stream of pull requests', [{ head, stream: '700001-pr' }], 'pull-request-stream'],
    ['not from the stream of another repository', [{ head, stream: '700002' }], 'no-allow-decision'],
    ['not about another repository', [{ head, repository: '700002' }], 'no-allow-decision'],
    ['not for another branch', [{ head, branch: 'develop' }], 'no-allow-decision'],
    ['not about another pull request', [{ head, number: 2 }], 'no-allow-decision'],
    ['not while it is provisional', [{ head, provisional: true }], 'no-allow-decision'],
    ['not about a deployment', [{ head, kind: 'deployment' as const }], 'no-allow-decision'],
    ['not when a newer one denies', [{ head }, { head, outcome: 'deny' as const }], 'denied'],
    ['not when its facts were handed over', [{ head, facts: 'given' as const }], 'facts-given'],
    ['when it is newer than a denial', [{ head, outcome: 'deny' as const }, { head }], 'verified by squash-or-rebase'],
  ])('%s', async (_, decisions, word) => {
    expect(await landedWith(...decisions)).toEqual([word]);
  });

  it('about a merge group against it, whatever its pull requests were told before', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    const group = main.repository.squash(change.head);
    main.landed(main.since, change, { merge_commit: group });
    main.decide({ head: group, number: null, kind: 'merge_group', outcome: 'deny' });
    expect(await main.words()).toEqual(['denied']);
  });
});

describe('what the platform says only narrows down', () => {
  it.each([
    ['a pull request that was not merged', { merged: false }, 'not-merged'],
    ['one that was merged into another branch', { base_branch: 'develop' }, 'other-branch'],
    ['one whose merge is another commit', { merge_commit: 'f'.repeat(40) }, 'not-its-merge'],
    ['one whose head nobody has any more', { head: 'e'.repeat(40) }, 'history-incomplete'],
  ])('%s', async (_, more, word) => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.decide({ head: 'e'.repeat(40) });
    main.repository.squash(change.head);
    main.landed(main.since, change, more);
    expect(await main.words()).toEqual([word]);
  });

  it('and where it says nothing, nothing is verified', async () => {
    using main = new ProtectedBranch();
    const change = main.open([EDIT]);
    main.say(main.repository.squash(change.head), unknown('forbidden'));
    expect((await main.check()).commits).toMatchObject([{ verdict: { kind: 'unverified', reason: 'pull-requests-unknown' } }]);
  });

  it('a commit that belongs to several is explained by the one that gives exactly its content', async () => {
    using main = new ProtectedBranch();
    const [other, change] = [main.open([ELSEWHERE]), main.open([EDIT])];
    const commit = main.repository.squash(change.head);
    const facts = { merged: true, base_branch: 'main', merge_commit: null, author: null };
    main.say(commit, {
      known: true,
      value: [
        { ...other, ...facts },
        { ...change, ...facts },
      ],
    });
    expect((await main.check()).commits).toMatchObject([{ verdict: { kind: 'verified', pullRequest: change.number } }]);
  });
});

describe('where a check begins', () => {
  it('at the tip itself there is nothing to say', async () => {
    using main = new ProtectedBranch();
    expect(await main.check()).toMatchObject({ tip: main.since, commits: [] });
  });

  it('at a commit that nobody has: unverified, never nothing to check', async () => {
    using main = new ProtectedBranch();
    expect((await main.check('d'.repeat(40))).commits).toMatchObject([
      { verdict: { kind: 'unverified', reason: 'since-absent' } },
    ]);
  });
});
