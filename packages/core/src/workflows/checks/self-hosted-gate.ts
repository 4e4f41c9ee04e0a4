import { gateJobsAndTheirNeeds } from '../required-jobs.ts';
import type { Steps } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/**
 * GitHub's own runners (actions/runner-images). Any other label, be it `ubuntu-build`, a group or an expression, may stand for a machine
 * that an earlier job has prepared.
 */
const HOSTED = [
  /^ubuntu-(latest|slim|\d\d\.04(-arm)?)$/i,
  /^windows-(latest|\d{4}(-vs\d{4})?|11-arm)$/i,
  /^macos-(latest|\d\d)(-(large|xlarge|intel))?$/i,
];

export const selfHostedGate: WorkflowCheck = {
  code: 'self-hosted-gate',
  severity: 'high',
  looksFor: "the gate on a runner that is not one of GitHub's: an earlier job may have left something on it",
  doThis: 'run it on `ubuntu-24.04`',
  rows: [64],
  about: 'required checks',
  find: (set) =>
    gateJobsAndTheirNeeds(set).flatMap(({ workflow: { file }, job: { id, work } }) =>
      work.kind === 'call'
        ? []
        : notHosted(work).map(({ line, value }) => ({ file, line, what: `job "${id}" runs on ${value}` })),
    ),
};

const notHosted = ({ runsOn, runnerGroup }: Steps) =>
  runnerGroup === null ? runsOn.filter(({ value }) => !HOSTED.some((label) => label.test(value))).slice(0, 1) : [runnerGroup];
