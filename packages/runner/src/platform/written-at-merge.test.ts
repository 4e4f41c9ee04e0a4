import { expect, it } from '@jest/globals';
import { writtenAtMerge } from './written-at-merge.ts';

const pullRequest = (head: unknown, author = 1001) => ({
  repository: { id: 7 },
  pull_request: { user: { id: author }, head: { repo: head } },
});

it.each([
  ['a fork', pullRequest({ id: 8 }), true],
  ['a fork that was deleted', pullRequest(null), true],
  ['Dependabot', pullRequest({ id: 7 }, 49699333), true],
  ['a branch of the repository', pullRequest({ id: 7 }), false],
  ['an account that only calls itself like the bot', pullRequest({ id: 7, login: 'dependabot[bot]' }), false],
])('knows %s by ids alone', (_, payload, expected) => {
  expect(writtenAtMerge('pull_request', payload)).toBe(expected);
  expect(writtenAtMerge('pull_request_review', payload)).toBe(expected);
});

it('writes evidence for every event that is no pull request: nothing in a payload can switch it off', () => {
  for (const event of ['push', 'merge_group', 'workflow_dispatch'])
    expect(writtenAtMerge(event, pullRequest({ id: 8 }))).toBe(false);
});
