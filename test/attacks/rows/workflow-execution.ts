import { push } from '@proofrail/testkit';
import { approveAgain, runAgain } from '../../github/run-again.ts';
import type { Attack } from '../attack.ts';
import { onTheGate } from '../surfaces/on-the-gate.ts';
import { onTheLedger } from '../surfaces/on-the-ledger.ts';
import { onWorkflows } from '../surfaces/on-workflows.ts';

const GATE = 'acme/payments/.github/workflows/gate.yml';

export const WORKFLOW_EXECUTION: readonly Attack[] = [
  onWorkflows({
    row: 51,
    attack: 'A workflow with the rights of the repository checks out a stranger’s commit and runs it',
    check: 'untrusted-checkout',
  }),
  onWorkflows({
    row: 52,
    attack: 'A title or branch name that a script runs as a command',
    check: 'expression-injection',
  }),
  {
    row: 53,
    attack: 'A name that is a command to the runner, in a line of the log',
    ending: 'waiting',
    waitsFor: 'the built gate on live facts',
  },
  {
    row: 54,
    attack: 'A name that is HTML or Markdown, on the page of the job',
    ending: 'waiting',
    waitsFor: 'the built gate on live facts',
  },
  {
    row: 55,
    attack: 'A value that closes its own output and opens another',
    ending: 'waiting',
    waitsFor: 'the built gate on live facts',
  },
  onWorkflows({
    row: 56,
    attack: 'The tag of an action moves to other code',
    check: 'unpinned-action',
  }),
  onTheLedger({
    row: 57,
    attack: 'The gate’s workflow at a commit that lives in somebody’s fork alone',
    answer: 'record/signature',
    seenRed: 'with job_workflow_ref not compared in run-key-rule.ts',
    live: 'A commit of a fork does not pass for a release',
    claims: { job_workflow_ref: `${GATE}@${'3'.repeat(40)}` },
  }),
  onWorkflows({
    row: 58,
    attack: 'A branch that is called like a version',
    check: 'branch-or-tag',
  }),
  onWorkflows({
    row: 59,
    attack: 'The gate restores a cache that another workflow wrote',
    check: 'cache-in-gate',
  }),
  onTheGate({
    row: 60,
    attack: 'A clean scan report by a workflow that the change itself altered',
    answer: 'scans.complete: not-verified',
    seenRed: 'with every producer verified in scan-reports.ts',
    given: () => undefined,
    attacker: (change) => {
      push(change, change.author, { files: { '.github/workflows/security-scan.yml': 'on: pull_request\njobs: {}\n' } });
      runAgain(change);
      approveAgain(change);
    },
    honest: (change) => {
      push(change, change.author, { files: { '.github/workflows/docs.yml': 'on: pull_request\njobs: {}\n' } });
      runAgain(change);
      approveAgain(change);
    },
  }),
  onWorkflows({
    row: 61,
    attack: 'A condition asks who caused the event, and takes a person for a bot',
    check: 'bot-actor-condition',
  }),
  onWorkflows({
    row: 62,
    attack: 'A command in a comment means whatever commit is there when it runs',
    check: 'comment-command-without-commit',
  }),
  onWorkflows({
    row: 63,
    attack: 'A called workflow gets every secret, a job a token that may write everywhere',
    check: 'inherited-secrets',
  }),
  onTheLedger({
    row: 64,
    attack: 'The gate runs on a machine where an earlier job left something',
    answer: 'record/signature',
    seenRed: 'with runner_environment not compared in run-key-rule.ts',
    claims: { runner_environment: 'self-hosted' },
    admitted: { runner_environment: 'github-hosted' },
  }),
];
