import type { GitHistory, HistoryCommit } from '../ports/git-history.ts';
import type { DecisionScope } from './find-decision.ts';
import { judgeCommit, type JudgeRun } from './judge-commit.ts';
import { judgeLanding } from './judge-landing.ts';
import type { LandedCommit } from './landing-run.ts';
import type { PullRequestSource } from './pull-request-source.ts';
import { bypass, unverified, type Refused, type Verdict } from './verdict.ts';

export interface CheckedCommit {
  readonly landed: LandedCommit;
  readonly verdict: Verdict;
}

export interface CheckedBranch {
  readonly branch: string;
  readonly since: string;
  readonly tip: string;
  /** Oldest first. Empty only where the tip is `since` itself: every other end says something. */
  readonly commits: readonly CheckedCommit[];
}

/** Judges every commit that a branch got after `since`, along its first parents. */
export async function checkBranch(
  since: string,
  scope: DecisionScope,
  { git, pullRequests }: { readonly git: GitHistory; readonly pullRequests: PullRequestSource },
): Promise<CheckedBranch> {
  const { branch } = scope;
  const tip = await git.tip(branch);
  const about = async (commit: HistoryCommit): Promise<LandedCommit> => ({
    ...commit,
    ...(await pullRequests.landingOf(commit.commit)),
  });
  const whole = async (verdict: Refused): Promise<CheckedCommit> => ({ landed: await about(tip), verdict });
  const answer = { branch, since, tip: tip.commit };
  if (since === tip.commit) return { ...answer, commits: [] };
  if ((await git.commit(since)) === null) return { ...answer, commits: [await whole(unverified('since-absent'))] };
  const rewritten = (await git.isAncestor(since, tip.commit)) ? [] : [await whole(bypass('history-rewritten'))];
  const landed: LandedCommit[] = [];
  for (const commit of await git.firstParents(since, tip.commit)) landed.push(await about(commit));
  const judge = eachRunOnce((run, pullRequest) => judgeLanding(run, pullRequest, scope, git));
  const commits: CheckedCommit[] = [...rewritten];
  for (const [index, commit] of landed.entries())
    commits.push({ landed: commit, verdict: await judgeCommit(landed, index, judge) });
  return { ...answer, commits };
}

/** Every commit of a rebase asks about the same run. */
function eachRunOnce(judge: JudgeRun): JudgeRun {
  const answers = new Map<string, Promise<Verdict>>();
  return (run, pullRequest) => {
    const name = `${pullRequest.number} ${run[0].commit}`;
    const answer = answers.get(name) ?? judge(run, pullRequest);
    answers.set(name, answer);
    return answer;
  };
}
