import { describe, expect, it } from '@jest/globals';
import { commitFiles, moveBranch, retarget, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { approveAgain, runAnew } from './run-again.ts';
import { soundChange } from './sound-change.ts';

const TEST = '.github/workflows/test.yml';
const SCAN = '.github/workflows/security-scan.yml';

/** Points the change at a branch of its author's, lets everything run on the merge with that, and points it back. */
function throughABranchOfOnesOwn(event: string): SoundChange {
  const change = soundChange();
  const { scenario, repository, author } = change;
  const parents = [repository.branches.get('main') ?? ''];
  const files = {
    [TEST]: 'on: pull_request # and every job says yes\n',
    [SCAN]: 'on: pull_request # and every report is empty\n',
  };
  moveBranch(scenario, repository, 'mine', commitFiles(scenario, { files, parents, author }).oid, author.id);
  for (const run of [change.runs.test, change.runs.scan]) remove(change, run.suite);
  retarget(change, 'mine', author);
  runAnew(change, event);
  retarget(change, 'main', author);
  approveAgain(change);
  return change;
}

const remove = ({ repository: { checkRuns } }: SoundChange, suite: number): void => {
  checkRuns.splice(0, checkRuns.length, ...checkRuns.filter((check) => check.suite !== suite));
};

async function notPassed(change: SoundChange): Promise<string[]> {
  const { collected } = await collect(change, { waitMinutes: 0 });
  const rules = collected.flatMap((each) => judge(each).decision.rules);
  return rules.filter(({ status }) => status !== 'pass' && status !== 'not_applicable').map(({ id }) => id);
}

describe('what ran while a change was pointed at another branch, which brings its own workflows to the merge', () => {
  it.each(['pull_request', 'pull_request_review', 'pull_request_target'])(
    'on %s is no check and no scan of it',
    async (event) => {
      expect(await notPassed(throughABranchOfOnesOwn(event))).toEqual(
        expect.arrayContaining(['checks.required', 'scans.complete']),
      );
    },
  );

  it('on a push of the head counts: it ran what the head has', async () => {
    expect(await notPassed(throughABranchOfOnesOwn('push'))).toEqual([]);
  });

  it('is made good by running once more', async () => {
    const change = throughABranchOfOnesOwn('pull_request');
    runAnew(change);
    expect(await notPassed(change)).toEqual([]);
  });
});

/** An administrator takes something off the branch that the change was shown on top of: what the reviewers saw is less than what lands. */
function writtenOverBase(): SoundChange {
  const change = soundChange();
  const { scenario, repository, author, pullRequest } = change;
  const before = repository.branches.get('main') ?? '';
  const after = commitFiles(scenario, { files: {}, parents: [before], author }).oid;
  pullRequest.timeline.push({ kind: 'BaseRefForcePushedEvent', at: scenario.later(), actor: author.id, before, after });
  return change;
}

describe('what was approved, and what ran, before the base was written over', () => {
  it('was about another difference', async () => {
    const rules = await notPassed(writtenOverBase());
    expect(rules).toEqual(expect.arrayContaining(['approvals.fresh', 'approvals.quorum', 'checks.required', 'scans.complete']));
  });

  it('is made good by approving and running once more', async () => {
    const change = writtenOverBase();
    for (const run of [change.runs.test, change.runs.scan]) remove(change, run.suite);
    runAnew(change);
    approveAgain(change);
    expect(await notPassed(change)).toEqual([]);
  });
});
