import { sarifReport, uploadAnalysis, type SoundChange } from '@proofrail/testkit';
import { withFiles } from '../../github/on-new-head.ts';
import type { Attack } from '../attack.ts';
import { answerOfTheOutputs } from '../surfaces/answer-of-the-outputs.ts';
import { onTheBuiltGate } from '../surfaces/on-the-built-gate.ts';
import { onTheLedger } from '../surfaces/on-the-ledger.ts';
import { onWorkflows } from '../surfaces/on-workflows.ts';

const GATE = 'acme/payments/.github/workflows/gate.yml';

const EDITED = 'on: pull_request\njobs: {}\n';
const PINNED = `registry.example/refunds@sha256:${'d'.repeat(64)}`;

/** The change brings a manifest of any name, with an image that a tag names or a digest; everybody has looked at it. */
const deploying = (file: string, image: string) => (change: SoundChange) =>
  void withFiles(change, {
    [`deploy/${file}.yaml`]: `apiVersion: v1\nkind: Pod\nspec: { containers: [{ name: a, image: "${image}" }] }\n`,
  });

/** Some workflow is edited, and the scanners of the registry are clean by both roads that a report can take: artifacts, and code scanning. */
const cleanBeside = (edited: string) => (change: SoundChange) => {
  const { scenario, repository, pullRequest } = withFiles(change, { [edited]: EDITED });
  const about = { commit: pullRequest.head.commit, ref: `refs/pull/${pullRequest.number}/merge` };
  for (const tool of ['CodeQL', 'Gitleaks']) uploadAnalysis(scenario, repository, { ...about, tool, sarif: sarifReport(tool) });
};

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
  onTheBuiltGate({
    row: 53,
    attack: 'A file is named like a command to the runner, which reads commands in the lines of the log',
    answer: 'images.digest-only: mutable-reference',
    seenRed: 'with ##[ printed as it is in log-text.ts',
    attacker: deploying('##[set-output name=outcome;]allow', 'redis:7'),
    honest: deploying('##[set-output name=outcome;]allow', PINNED),
  }),
  onTheBuiltGate({
    row: 54,
    attack: 'A file is named like a picture and a link, on the page of the job',
    answer: 'images.digest-only: mutable-reference',
    seenRed: 'with signs shown as they are in markdown-text.ts',
    live: 'How a summary is shown',
    attacker: deploying('<img src=x>[allowed](evil)', 'redis:7'),
    honest: deploying('<img src=x>[allowed](evil)', PINNED),
  }),
  {
    row: 55,
    attack: 'A value that closes its own output and opens another',
    ending: 'prevented',
    answered: { by: 'step outputs', with: 'output/control-character' },
    seenRed: 'with control characters let by in write-outputs.ts',
    attacked: () => answerOfTheOutputs('x\nEOF\noutcome=allow\n'),
    untouched: () => answerOfTheOutputs(PINNED),
  },
  onWorkflows({
    row: 56,
    attack: 'The tag of an action moves to other code',
    check: 'unpinned-action',
  }),
  onTheLedger({
    row: 57,
    attack: 'The gate’s workflow at a commit that lives in somebody’s fork alone',
    leaves: 'That a release has its attestation is not verified.',
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
    leaves: 'Provenance is not verified yet: an image’s builder is what archive-sbom claims.',
    check: 'cache-in-gate',
  }),
  onTheBuiltGate({
    row: 60,
    attack: 'A clean scan report by a workflow that the change itself altered, as an artifact and in code scanning',
    answer: 'scans.complete: not-verified',
    seenRed: 'with every producer verified in scan-reports.ts',
    attacker: cleanBeside('.github/workflows/security-scan.yml'),
    honest: cleanBeside('.github/workflows/docs.yml'),
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
