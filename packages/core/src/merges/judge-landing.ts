import type { GitHistory } from '../ports/git-history.ts';
import { findDecision, type DecisionAnswer, type DecisionScope } from './find-decision.ts';
import type { LandedCommit, LandingRun } from './landing-run.ts';
import type { LandedPullRequest } from './pull-request-source.ts';
import { bypass, unverified, type MergeMethod, type Refused, type Trail, type Verdict } from './verdict.ts';

type Allowed = Extract<DecisionAnswer, { kind: 'allowed' }>;

/**
 * Whether what a pull request left on the branch is what its judged head gives on the parent that it really got (decisions.md, Facts).
 * Everything that the platform says only narrows this down: the comparison of trees decides.
 */
export async function judgeLanding(
  run: LandingRun,
  pullRequest: LandedPullRequest,
  scope: DecisionScope,
  git: GitHistory,
): Promise<Verdict> {
  const last = run.at(-1) ?? run[0];
  const trail = trailOf(pullRequest);
  if (!pullRequest.merged) return bypass('not-merged', trail);
  if (pullRequest.base_branch !== scope.branch) return bypass('other-branch', trail);
  if (pullRequest.merge_commit !== null && pullRequest.merge_commit !== last.commit) return bypass('not-its-merge', trail);
  const decision = decisionAbout(last, pullRequest, scope);
  if (decision.kind === 'refused') return bypass(decision.reason, trail);
  if (decision.landed === last.commit) return verified('merge-group', pullRequest, last.tree, decision);
  const elsewhere = await landedElsewhere(run[0], pullRequest, decision, git);
  if (elsewhere !== null) return elsewhere;
  return run.length > 1 ? judgeRebase(run, pullRequest, decision, git) : judgeOne(run[0], pullRequest, decision, git);
}

/**
 * What the branch had when a change was judged has to lie below where it landed. Otherwise the head brings that along: a push past every
 * pull request, on top of which the change was judged, is then but a side of the merge, and on no line that anybody walks.
 */
async function landedElsewhere(
  { parents: [parent] }: LandedCommit,
  pullRequest: LandedPullRequest,
  { base }: Allowed,
  git: GitHistory,
): Promise<Refused | null> {
  if (parent === undefined) return null; // said below
  const trail = trailOf(pullRequest);
  if ((await git.commit(base)) === null || (await git.commit(parent)) === null) return unverified('history-incomplete', trail);
  return (await git.isAncestor(base, parent)) ? null : bypass('other-base', trail);
}

/** A merge group may have been judged under the name of its own commit, or of the head of each pull request in it. */
function decisionAbout(landed: LandedCommit, { head, number }: LandedPullRequest, scope: DecisionScope): DecisionAnswer {
  const asGroup = findDecision(landed.commit, number, scope);
  const ofGroup = asGroup.kind === 'allowed' ? asGroup.landed === landed.commit : asGroup.reason === 'denied';
  return ofGroup ? asGroup : findDecision(head, number, scope);
}

async function judgeOne(
  { commit, parents, tree }: LandedCommit,
  pullRequest: LandedPullRequest,
  decision: Allowed,
  git: GitHistory,
): Promise<Verdict> {
  const trail = trailOf(pullRequest);
  const [parent, merged, ...more] = parents;
  if (parent === undefined) return bypass('unknown-parent', trail);
  if (more.length > 0) return bypass('octopus', trail);
  if (merged !== undefined && merged !== pullRequest.head) return bypass('other-head', trail);
  const expected = await git.mergedTree(parent, pullRequest.head);
  if (expected.kind === 'conflict') return bypass('conflict', trail);
  if (expected.kind === 'incomplete') return unverified('history-incomplete', trail);
  if (expected.tree !== tree) return bypass('tree-differs', { ...trail, expectedTree: expected.tree });
  // The head itself may have been pushed to the branch: then there is nothing between what was judged and what landed.
  const method = merged === undefined || commit === pullRequest.head ? 'squash-or-rebase' : 'merge';
  return verified(method, pullRequest, expected.tree, decision);
}

async function judgeRebase(
  run: LandingRun,
  pullRequest: LandedPullRequest,
  decision: Allowed,
  git: GitHistory,
): Promise<Verdict> {
  const trail = trailOf(pullRequest);
  const [parent] = run[0].parents;
  if (parent === undefined) return bypass('unknown-parent', trail);
  const replayed = await git.replayedTrees(parent, pullRequest.head);
  if (replayed.kind === 'conflict') return bypass('conflict', trail);
  if (replayed.kind === 'incomplete') return unverified('history-incomplete', trail);
  if (replayed.kind === 'too-long') return unverified('range-too-long', trail);
  const expectedTree = replayed.trees.at(-1) ?? null;
  const landed = [...replayed.trees.slice(0, 1), ...run.map(({ tree }) => tree)];
  // Every step, not only the last: what a later commit takes back could be built and deployed in between.
  if (expectedTree === null || !sameSteps(landed, replayed.trees)) return bypass('tree-differs', { ...trail, expectedTree });
  return verified('rebase', pullRequest, expectedTree, decision);
}

/** A commit that changes nothing may be kept or dropped on the way. */
function sameSteps(landed: readonly string[], replayed: readonly string[]): boolean {
  const steps = (trees: readonly string[]): string => trees.filter((tree, index) => tree !== trees[index - 1]).join(' ');
  return steps(landed) === steps(replayed);
}

const trailOf = ({ number, head }: LandedPullRequest): Partial<Trail> => ({ pullRequest: number, head });

const verified = (
  method: MergeMethod,
  { number, head }: LandedPullRequest,
  expectedTree: string,
  { decision, factsGiven }: Allowed,
): Verdict => ({ kind: 'verified', method, pullRequest: number, head, expectedTree, decision, factsGiven });
