import { describe, expect, it } from '@jest/globals';
import type { GitHubAnswer, GitHubApi } from '../github-api.ts';
import { pullRequestsOfCommits } from './pull-requests-of-commits.ts';

const NOTHING = new Uint8Array();
const COMMIT = 'a'.repeat(40);
const pull = (more: object = {}) => ({
  number: 7,
  state: 'closed',
  merged_at: '2026-11-21T00:00:00Z',
  merge_commit_sha: COMMIT,
  head: { sha: 'b'.repeat(40), ref: 'topic' },
  base: { ref: 'main', repo: { id: 42 } },
  user: { id: 1001 },
  ...more,
});
const ok = (body: unknown): GitHubAnswer => ({ kind: 'answered', status: 200, headers: {}, body, bytes: NOTHING });
const refusal = (status: number, headers: Record<string, string> = {}): GitHubAnswer => ({
  kind: 'answered',
  status,
  headers,
  body: { message: 'no' },
  bytes: NOTHING,
});

/** A fake that answers page after page and remembers what it was asked. */
function fakeApi(...answers: readonly GitHubAnswer[]) {
  const asked: unknown[] = [];
  const api: GitHubApi = {
    graphql: () => Promise.reject(new Error('nobody asks this')),
    request: (route, parameters) => {
      if (route === 'GET /repos/{owner}/{repo}') return Promise.resolve(ok({ id: 42, full_name: 'o/r' }));
      const answer = answers[Math.min(asked.push(parameters), answers.length) - 1];
      return answer === undefined ? Promise.reject(new Error('no answer')) : Promise.resolve(answer);
    },
  };
  const waiting = { now: () => 0, sleep: () => Promise.resolve() };
  const landing = async () => {
    const source = await pullRequestsOfCommits({ owner: 'o', name: 'r', pushedBy: '9' }, api, waiting);
    const { pullRequests, pushedBy } = await source.landingOf(COMMIT);
    expect([source.repository, pushedBy]).toEqual(['42', '9']);
    return pullRequests;
  };
  return { asked, landing };
}

describe('the pull requests of a commit', () => {
  it('are what GitHub says, and whoever pushed is what the event says', async () => {
    const { landing, asked } = fakeApi(ok([pull()]));
    expect(await landing()).toEqual({
      known: true,
      value: [{ number: 7, merged: true, head: 'b'.repeat(40), base_branch: 'main', merge_commit: COMMIT, author: '1001' }],
    });
    expect(asked).toEqual([{ owner: 'o', repo: 'r', commit_sha: COMMIT, per_page: 100, page: 1 }]);
  });

  it('that are open have no merge commit: GitHub names the one it made to try', async () => {
    expect(await fakeApi(ok([pull({ merged_at: null })])).landing()).toMatchObject({
      value: [{ merged: false, merge_commit: null }],
    });
  });

  it('are read to the last page, and unknown when there is no end to them', async () => {
    const full = ok(Array.from({ length: 100 }, () => pull()));
    expect(await fakeApi(full, ok([pull()])).landing()).toMatchObject({ known: true, value: { length: 101 } });
    expect(await fakeApi(full).landing()).toEqual({ known: false, why: 'truncated' });
  });

  it.each([
    ['a repository that the token cannot see', refusal(404), 'forbidden'],
    ['a permission that is missing', refusal(403), 'forbidden'],
    ['a commit that GitHub does not know', refusal(422), 'absent'],
    ['another repository behind the name', ok([pull({ base: { ref: 'main', repo: { id: 43 } } })]), 'unusable'],
    ['HTML instead of JSON', ok('<html>'), 'unusable'],
    ['an object instead of a list', ok({}), 'unusable'],
    ['an abbreviated head', ok([pull({ head: { sha: 'abc' } })]), 'unusable'],
    ['a member that is gone', ok([{ ...pull(), merged_at: undefined }]), 'unusable'],
  ])('are unknown for %s, never none', async (_, answer, why) => {
    expect(await fakeApi(answer).landing()).toEqual({ known: false, why });
  });

  it.each([
    ['no answer', { kind: 'unreachable', cause: 'ECONNRESET' } as const, 'github/unreachable'],
    ['a fault of the server', refusal(502), 'github/unreachable'],
    ['the rate limit', refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' }), 'github/rate-limited'],
    ['the secondary limit', refusal(403, { 'retry-after': '61' }), 'github/rate-limited'],
    ['too many requests', refusal(429), 'github/rate-limited'],
  ])('are unavailable with %s', async (_, answer, code) => {
    await expect(fakeApi(answer).landing()).rejects.toMatchObject({ outcome: 'unavailable', code });
  });
});
