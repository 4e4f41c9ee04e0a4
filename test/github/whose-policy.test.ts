import { describe, expect, it } from '@jest/globals';
import { moveBranch, protect, PULL_REQUEST_RULE, retarget, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { demand, ontoMain, weakened } from './registry.ts';
import { approveAgain, runAnew } from './run-again.ts';
import { soundChange } from './sound-change.ts';

type Rule = Parameters<typeof protect>[2]['rules'][number];

const CREATION: Rule = { type: 'creation' };
const WITHOUT_APPROVALS: Rule = { type: 'pull_request', parameters: { required_approving_review_count: 0 } };
const CHECKS: Rule = { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'gate' }] } };
const FROM_ITS_PARENT: Rule = { type: 'update', parameters: { update_allows_fetch_and_merge: true } };

/** The author's own branch asks for one approval where `main` asks for two, and the change, which has one, goes there. */
function intoTheAuthorsBranch(): SoundChange {
  const change = soundChange();
  const { scenario, repository, author, pullRequest } = change;
  moveBranch(scenario, repository, 'mine', repository.branches.get('main') ?? '', author.id);
  const both = 'protected_branches: [main, mine]';
  demand(change, 'protected_branches: [main]', both);
  ontoMain(change, weakened(change), 'mine');
  retarget(change, 'mine', author);
  runAnew(change);
  approveAgain(change);
  pullRequest.reviews.pop();
  return change;
}

async function outcomes(change: SoundChange) {
  const { collected } = await collect(change, { waitMinutes: 0 });
  return collected.map((each) => judge(each).decision.outcome);
}

describe('a branch that its author wrote alone does not say what changes into it need', () => {
  it.each<[string, readonly Rule[]]>([
    ['no rule', []],
    ['a rule that nobody deletes it', [{ type: 'deletion' }]],
    ['rules about its history', [{ type: 'non_fast_forward' }, { type: 'required_linear_history' }]],
    ['reviews for what is pushed to it, but not for making it', [PULL_REQUEST_RULE]],
    ['nobody may make it, and its first maker may push', [CREATION]],
    ['a pull request that nobody approves', [CREATION, WITHOUT_APPROVALS]],
    ['checks, which any workflow of the author’s reports', [CREATION, CHECKS]],
    ['a queue, which takes what nobody approved', [CREATION, { type: 'merge_queue' }]],
    ['a workflow that may be any', [CREATION, { type: 'workflows' }]],
    ['its parent’s commits come in by themselves', [CREATION, FROM_ITS_PARENT]],
  ])('with %s', async (_name, rules) => {
    const change = intoTheAuthorsBranch();
    if (rules.length > 0) protect(change.scenario, change.repository, { include: ['~ALL'], rules: [...rules] });
    expect(await outcomes(change)).toEqual(['deny']);
  });

  it('with reviews that are only tried out', async () => {
    const change = intoTheAuthorsBranch();
    const rules = [CREATION, PULL_REQUEST_RULE];
    protect(change.scenario, change.repository, { include: ['~ALL'], enforcement: 'evaluate', rules });
    expect(await outcomes(change)).toEqual(['deny']);
  });

  it('with classic protection, which lets anybody make a branch of that name', async () => {
    const change = intoTheAuthorsBranch();
    change.repository.protections.set('mine', {
      ...{ approvals: 2, dismissStale: true, contexts: [], enforceAdmins: true, linearHistory: true },
      ...{ forcePushes: false, deletions: false },
    });
    expect(await outcomes(change)).toEqual(['deny']);
  });
});

describe('a branch that takes nothing unreviewed says what changes into it need', () => {
  it.each<[string, readonly Rule[]]>([
    ['a review of every push, and nobody makes it anew', [CREATION, PULL_REQUEST_RULE]],
    ['nobody makes or moves it', [CREATION, { type: 'update' }]],
  ])('%s', async (_name, rules) => {
    const change = intoTheAuthorsBranch();
    protect(change.scenario, change.repository, { include: ['~ALL'], rules: [...rules] });
    expect(await outcomes(change)).toEqual(['allow']);
  });

  it('across a ruleset that closes it and classic protection that asks for reviews', async () => {
    const change = intoTheAuthorsBranch();
    protect(change.scenario, change.repository, { include: ['~ALL'], rules: [CREATION] });
    change.repository.protections.set('mine', {
      ...{ approvals: 1, dismissStale: true, contexts: [], enforceAdmins: true, linearHistory: true },
      ...{ forcePushes: false, deletions: false },
    });
    expect(await outcomes(change)).toEqual(['allow']);
  });
});
