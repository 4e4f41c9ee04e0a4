import { describe, expect, it } from '@jest/globals';
import { known } from '../facts/fact.ts';
import type { Configuration } from '../controls/index.ts';
import { MERGES_BYPASS } from '../exceptions/merges-bypass.ts';
import type { Exception } from '../exceptions/index.ts';
import { bypassFingerprint } from './bypass-exception.ts';
import type { CheckedCommit } from './check-branch.ts';
import { excuseCommits } from './excuse-commits.ts';
import { bypass, unverified, type Verdict } from './verdict.ts';

const AT = Date.UTC(2026, 10, 21) / 1000;
const DAY = 86_400;
const [PUSHER, AUTHOR, OWNER, APPROVER] = ['1', '2', '3', '4'];

const commit = (name: string, verdict: Verdict, pushedBy: string | null = PUSHER): CheckedCommit => ({
  landed: {
    commit: name,
    parents: [],
    tree: name,
    pushedBy,
    pullRequests: known([{ number: 1, merged: true, head: name, base_branch: 'main', merge_commit: null, author: AUTHOR }]),
  },
  verdict,
});

const VERIFIED = { kind: 'verified' } as Verdict;
const BYPASS = bypass('no-pull-request');

const exception = (more: Partial<Exception> = {}): Exception => ({
  id: 'break-glass',
  rule: MERGES_BYPASS.id,
  scope: { repository: '42', environment: null, subject: 'whole-rule' },
  owner: OWNER,
  requested_by: OWNER,
  approved_by: APPROVER,
  reason: 'the fix cannot wait',
  compensating_control: { description: 'two people watch', evidence: null },
  risk: 'high',
  ticket: '#1',
  not_before: AT - DAY,
  expires: AT + DAY,
  renewal_of: null,
  review_due: null,
  ...more,
});

const named = (name: string) =>
  exception({
    scope: { repository: '42', environment: null, subject: { finding: bypassFingerprint(name, 'no-pull-request') } },
  });

const configured = (...exceptions: readonly Exception[]): Configuration =>
  ({ exceptions, rules: [MERGES_BYPASS], exceptionApprovers: [APPROVER] }) as unknown as Configuration;

/** Which exception covers each commit, where `.proofrail/` differs from commit to commit. */
async function covered(
  commits: readonly CheckedCommit[],
  configurations: Readonly<Record<string, Configuration>>,
  trusted: string | null = 'start',
): Promise<(string | null)[]> {
  const configurationAt = (name: string) => Promise.resolve(configurations[name] ?? null);
  const excused = await excuseCommits(commits, { repository: '42', at: AT, trusted, configurationAt });
  return excused.map((one) => one.exception);
}

describe('an exception covers a bypass', () => {
  it('when it stood on the branch before, as the last verified commit has it', async () => {
    const glass = configured(exception());
    expect(await covered([commit('a', BYPASS)], { start: glass })).toEqual(['break-glass']);
    expect(await covered([commit('a', VERIFIED), commit('b', BYPASS)], { a: glass })).toEqual([null, 'break-glass']);
  });

  it('not when a bypass brought it, nor when nothing before is trusted', async () => {
    const glass = configured(exception());
    expect(await covered([commit('a', BYPASS), commit('b', BYPASS)], { a: glass, b: glass })).toEqual([null, null]);
    expect(await covered([commit('a', BYPASS)], { start: glass }, null)).toEqual([null]);
  });

  it('for the whole rule not backwards, but by name once a verified commit has it', async () => {
    const commits = [commit('a', BYPASS), commit('b', VERIFIED)];
    expect(await covered(commits, { b: configured(exception()) })).toEqual([null, null]);
    expect(await covered(commits, { b: configured(named('a')) })).toEqual(['break-glass', null]);
    expect(await covered([commit('other', BYPASS), commit('b', VERIFIED)], { b: configured(named('a')) })).toEqual([null, null]);
    expect(await covered([commit('a', bypass('tree-differs')), commit('b', VERIFIED)], { b: configured(named('a')) })).toEqual([
      null,
      null,
    ]);
  });

  it.each<[string, Partial<Exception>]>([
    ['expired', { expires: AT }],
    ['not in force yet', { not_before: AT + 1, expires: AT + DAY }],
    ['longer than the cap', { not_before: AT - 40 * DAY }],
    ['about another repository', { scope: { repository: '43', environment: null, subject: 'whole-rule' } }],
    ['about another rule', { rule: 'scans.threshold' }],
    ['approved by the one who pushed', { approved_by: PUSHER }],
    ['approved by the author', { approved_by: AUTHOR }],
    ['approved by its owner', { approved_by: OWNER }],
    ['approved by somebody without the role', { approved_by: '9' }],
  ])('not when it is %s', async (_, more) => {
    expect(await covered([commit('a', BYPASS)], { start: configured(exception(more)) })).toEqual([null]);
  });

  it('not where nobody says who pushed, and not what could not be found out', async () => {
    const glass = { start: configured(exception()) };
    expect(await covered([commit('a', BYPASS, null)], glass)).toEqual([null]);
    expect(await covered([commit('a', unverified('pull-requests-unknown'))], glass)).toEqual([null]);
  });
});
