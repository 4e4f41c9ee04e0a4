import { GITHUB_ACTIONS, postCheck, postStatus, push, type SoundChange } from '@proofrail/testkit';
import { onPullRequest } from '../../e2e/material/gate-on-github.ts';
import { approveAgain, runAgain } from '../../github/run-again.ts';
import type { Attack } from '../attack.ts';
import { onSettings } from '../surfaces/on-settings.ts';
import { onTheBuiltGate } from '../surfaces/on-the-built-gate.ts';
import { onTheGate } from '../surfaces/on-the-gate.ts';
import { onTheLedger } from '../surfaces/on-the-ledger.ts';
import { onWorkflows } from '../surfaces/on-workflows.ts';
import { testEnded, testIn, withoutTest } from '../../github/required-check.ts';

/** The commit of the gate that the invented run has. */
const RUNNING = '2'.repeat(40);

function pushAndRunAgain(change: SoundChange): void {
  push(change, change.author);
  runAgain(change);
  change.runs.gate.attempt += 1;
}

export const STATUS_CHECKS: readonly Attack[] = [
  onWorkflows({
    row: 27,
    attack: 'A condition skips the required job, and skipped counts as success',
    check: 'conditional-required-job',
  }),
  onWorkflows({
    row: 28,
    attack: 'The job before it fails, so the required job is skipped',
    check: 'skipped-by-needs',
  }),
  onTheGate({
    row: 29,
    attack: 'A required check ends as neutral',
    answer: 'checks.required: not-successful',
    seenRed: 'with every conclusion read as success in checks.ts',
    attacker: (change) => testEnded(change, 'neutral'),
    honest: (change) => testEnded(change, 'success'),
  }),
  onWorkflows({
    row: 30,
    attack: 'A required job may fail and still be green',
    check: 'continue-on-error',
  }),
  onWorkflows({
    row: 31,
    attack: 'A condition that is always true, because text stands around it',
    check: 'always-true-condition',
  }),
  onTheGate({
    row: 32,
    attack: 'A job of the required name in another workflow, while the right one never runs',
    answer: 'checks.required: unknown (pending)',
    seenRed: 'with any workflow taken for the one that the registry names in checks.ts',
    given: withoutTest,
    attacker: (change) => testIn(change, '.github/workflows/mine.yml'),
    honest: (change) => testIn(change, '.github/workflows/test.yml'),
  }),
  onWorkflows({
    row: 33,
    attack: 'A matrix or a called workflow spells the name of a required check',
    check: 'duplicate-check-name',
  }),
  onTheGate({
    row: 34,
    attack: 'A workflow posts a check run under the name of the required one, which lands among checks that no workflow ran',
    leaves:
      'GitHub chooses among the suites of its app on the commit: a posted check that lands in the required workflow’s own, while the job itself did not run, is not told from that job. A job that ran and failed is never covered by it.',
    answer: 'checks.required: unknown (pending)',
    seenRed: 'with any workflow taken for the one that the registry names in checks.ts',
    live: 'A check run cannot be spoofed past the ruleset',
    given: withoutTest,
    attacker: ({ scenario, repository, pullRequest }) =>
      void postCheck(scenario, repository, { name: 'test', commit: pullRequest.head.commit, app: GITHUB_ACTIONS }),
    honest: (change) => testIn(change, '.github/workflows/test.yml'),
  }),
  onTheGate({
    row: 35,
    attack: 'Somebody sets a commit status under the name of the required check',
    answer: 'checks.required: unknown (pending)',
    seenRed: 'with a status read as a check of GitHub Actions in checks.ts',
    given: withoutTest,
    attacker: ({ scenario, repository, pullRequest, author }) =>
      void postStatus(scenario, repository, {
        context: 'test',
        commit: pullRequest.head.commit,
        state: 'success',
        by: author,
      }),
    honest: (change) => testIn(change, '.github/workflows/test.yml'),
  }),
  onWorkflows({
    row: 36,
    attack: 'A filter keeps the required workflow from running, and somebody waves it through',
    check: 'filtered-required-workflow',
  }),
  onTheBuiltGate({
    row: 37,
    attack: 'A green run from before the last push is run again: its event still tells of the head that was approved',
    answer: 'approvals.fresh: of-other-commit',
    seenRed: 'with every approval taken for a fresh one in lib/approvals.rego; then integrity.evidence alone objects',
    start: (change) => ({ event: onPullRequest(change) }),
    attacker: pushAndRunAgain,
    honest: (change) => {
      pushAndRunAgain(change);
      approveAgain(change);
    },
  }),
  onTheLedger({
    row: 38,
    attack: 'Only the failed jobs are run again, with the gate as it was at the first attempt',
    answer: 'record/signature',
    seenRed: 'with job_workflow_sha not compared in run-key-rule.ts',
    claims: { job_workflow_sha: '1'.repeat(40) },
    admitted: { job_workflow_sha: [RUNNING] },
  }),
  onWorkflows({
    row: 39,
    attack: 'A newer run cancels the one that decides',
    check: 'cancel-in-progress',
  }),
  onTheGate({
    row: 40,
    attack: 'The check is red on the head and green on the commit that tries the merge',
    answer: 'checks.required: not-successful',
    seenRed: 'with every conclusion read as success in checks.ts',
    attacker: (change) => {
      const { scenario, repository, pullRequest } = change;
      testEnded(change, 'failure');
      postCheck(scenario, repository, { name: 'test', commit: pullRequest.testMerge ?? '', app: GITHUB_ACTIONS });
    },
  }),
  onSettings({
    row: 41,
    attack: 'A ruleset on trial stops nobody, and its green runs count once it is active',
    check: 'ruleset-on-trial',
    spoil: (settings) =>
      void settings.rulesets.push({ id: 8, name: 'new', target: 'branch', enforcement: 'evaluate', bypass_actors: [] }),
  }),
];
