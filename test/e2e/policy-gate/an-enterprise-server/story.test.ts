import { describe, expect, it } from '@jest/globals';
import { ENTERPRISE_SERVER } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, type GateOptions, type GateRun } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';

const gateOnEnterprise = (options: GateOptions = {}): Promise<GateRun> =>
  gateOnGitHub(soundChange(), {
    layout: ENTERPRISE_SERVER,
    ...options,
    environment: { GITHUB_SERVER_URL: 'https://127.0.0.1', ...options.environment },
  });

// REST lies below /api/v3 there and GraphQL beside it: the fake answers nowhere else, and fails the run that asks elsewhere.
describe('on a GitHub Enterprise Server', () => {
  it('a sound change passes, reports and all, where the step names the host', async () => {
    const run = await gateOnEnterprise();
    expect([run.exitCode, run.outcome, kindsOf(run.records).at(-1)]).toEqual([0, 'allow', 'policy.decision']);
    expect(new Set(run.calls.map(({ kind, status }) => `${kind} ${status}`))).toEqual(
      new Set(['graphql 200', 'rest 200', 'rest 302', 'download 200']),
    );
  });

  it('a denial is one, for the reason that it would have elsewhere', async () => {
    const change = soundChange();
    change.pullRequest.reviews.splice(1);
    const run = await gateOnGitHub(change, { layout: ENTERPRISE_SERVER });
    expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
    expect(run.summary).toContain('approvals.quorum');
  });

  it('cannot hand a decision to another job, where the platform keeps no artifacts of ours, and says so', async () => {
    const run = await gateOnEnterprise({ inputs: { phase: 'decide' } });
    expect([run.exitCode, run.annotations.at(-1)?.title, run.outputs]).toEqual([3, 'artifact/upload', {}]);
    expect(run.stdout).toContain('not currently supported on GHES');
  });

  it.each<[string, GateOptions]>([
    ['no host', { inputs: { 'enterprise-hosts': '' } }],
    ['another host', { inputs: { 'enterprise-hosts': 'github.example.com' } }],
    ['a host of which this one is a part', { inputs: { 'enterprise-hosts': '127.0.0.1.example.com' } }],
    ['the host for pages alone', { environment: { GITHUB_API_URL: 'https://127.0.0.1.example.com/api/v3' } }],
    ['the variable in place of the host', { inputs: { 'enterprise-hosts': '', 'allow-environment': 'GITHUB_API_URL' } }],
  ])('nothing is asked, and no token shown, where the step names %s', async (_name, options) => {
    const run = await gateOnEnterprise(options);
    expect([run.exitCode, run.annotations.map(({ title }) => title), run.outputs]).toEqual([2, ['environment/refused'], {}]);
    expect([run.calls, run.records]).toEqual([[], []]);
  });
});
