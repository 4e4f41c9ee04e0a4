import { describe, expect, it } from '@jest/globals';
import { DECIDE_SCOPES, type FakeGitHub, type Fault, type SoundChange } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, onPullRequest } from '../../material/gate-on-github.ts';

const MARKER = '<!-- proofrail:policy-gate -->';
const WRITES = { ...DECIDE_SCOPES, 'pull-requests': 'write' } as const;
const inputs = { comment: 'true' };
const bodies = ({ pullRequest }: SoundChange) => pullRequest.comments.map(({ body }) => body);

describe('the comment below the pull request', () => {
  it('is one, written anew in place, and nobody else’s, whatever stands in theirs; what cannot be written changes no outcome', async () => {
    const change = soundChange({ scopes: WRITES });
    const { scenario, pullRequest, author } = change;
    const theirs = `${MARKER}\n## ✅ Allowed`;
    pullRequest.comments.push({ id: 9, author: author.id, body: theirs, createdAt: scenario.now, updatedAt: scenario.now });

    expect((await gateOnGitHub(change, { inputs })).exitCode).toBe(0);
    expect(bodies(change)).toEqual([theirs, expect.stringMatching(/^<!-- proofrail:policy-gate -->\n## ✅ Allowed/)]);

    const ours = pullRequest.comments[1]?.id;
    pullRequest.reviews.length = 0;
    expect((await gateOnGitHub(change, { inputs })).exitCode).toBe(1);
    expect(bodies(change)).toEqual([theirs, expect.stringMatching(/^<!-- proofrail:policy-gate -->\n## ❌ Denied/)]);
    expect(pullRequest.comments[1]?.id).toBe(ours);

    const before = bodies(change);
    for (const token of scenario.tokens.values()) token.scopes = DECIDE_SCOPES;
    const forbidden = await gateOnGitHub(change, { inputs });
    expect([forbidden.exitCode, forbidden.outcome, bodies(change)]).toEqual([1, 'deny', before]);
    expect(forbidden.annotations.filter(({ kind }) => kind === 'warning')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('pull-requests: write') }),
    ]);
  });

  it('is not written where a step does not ask for it, nor by a run that may leave nothing', async () => {
    const change = soundChange({ scopes: WRITES });
    await gateOnGitHub(change);
    const { name, payload } = onPullRequest(change);
    const pull_request = { ...(payload as { pull_request: object }).pull_request, user: { id: 49_699_333 } }; // Dependabot
    await gateOnGitHub(change, { inputs, event: { name, payload: { ...payload, pull_request } } });
    expect(bodies(change)).toEqual([]);
  });

  it.each<[string, Fault, RegExp]>([
    ['a server that fails', { kind: 'status', status: 502 }, /status 502\. The decision stands; the next run/],
    [
      'a limit',
      { kind: 'secondary-limit', status: 403, retryAfter: 7 },
      /a secondary limit, retry-after 7 s\. The decision stands/,
    ],
    ['a refusal', { kind: 'status', status: 403 }, /status 403\. Grant the job .*pull-requests: write.* locked/],
  ])('blames no permission for what is none: %s', async (_name, fault, said) => {
    const change = soundChange({ scopes: WRITES });
    const prepare = (github: FakeGitHub) => github.inject(({ kind, method }) => kind === 'rest' && method === 'POST', fault);
    const run = await gateOnGitHub(change, { inputs, prepare });
    expect([run.exitCode, run.annotations.map(({ message }) => message)]).toEqual([0, [expect.stringMatching(said)]]);
  });
});
