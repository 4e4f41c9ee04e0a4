import { bringers, landingRun, type LandedCommit, type LandingRun } from './landing-run.ts';
import type { LandedPullRequest } from './pull-request-source.ts';
import { bypass, unverified, type Refused, type Verdict } from './verdict.ts';

export type JudgeRun = (run: LandingRun, pullRequest: LandedPullRequest) => Promise<Verdict>;

/**
 * One commit of the branch, by the pull request that explains it. A commit can belong to several; one whose allowed head gives exactly
 * this content is enough, since nothing else is in it then.
 */
export async function judgeCommit(commits: readonly LandedCommit[], index: number, judge: JudgeRun): Promise<Verdict> {
  const commit = commits[index];
  if (commit?.pullRequests.known !== true) return unverified('pull-requests-unknown');
  if (commit.parents.length === 0) return bypass('unknown-parent');
  if (commit.parents.length > 2) return bypass('octopus');
  const refused: Refused[] = [];
  for (const pullRequest of bringers(commit)) {
    const verdict = await judge(landingRun(commits, index, pullRequest), pullRequest);
    if (verdict.kind === 'verified') return verdict;
    refused.push(verdict);
  }
  return refused.sort(furthestFirst)[0] ?? bypass('no-pull-request');
}

/** Among several pull requests, people want to hear of the one that nearly explains the commit. */
const furthestFirst = (a: Refused, b: Refused): number => PROGRESS.indexOf(b.reason) - PROGRESS.indexOf(a.reason);

const PROGRESS: readonly Refused['reason'][] = [
  'not-merged',
  'other-branch',
  'not-its-merge',
  'no-allow-decision',
  'pull-request-stream',
  'facts-given',
  'denied',
  'other-base',
  'other-head',
  'history-incomplete',
  'range-too-long',
  'conflict',
  'tree-differs',
];
