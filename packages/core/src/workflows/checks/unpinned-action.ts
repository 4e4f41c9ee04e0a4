import { jobsOf, usesOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

const COMMIT = /@([0-9a-f]{40}|[0-9a-f]{64})$/; // repositories may use SHA-256 ids (gate.md 0.10)
const IMAGE_DIGEST = /^docker:\/\/[^@]+@sha256:[0-9a-f]{64}$/;

export const unpinnedAction: WorkflowCheck = {
  code: 'unpinned-action',
  severity: 'high',
  looksFor: 'an action or reusable workflow that a tag or branch names: whoever moves the tag runs code here (tj-actions, Trivy)',
  doThis: 'write the full commit id, with the version in a comment behind it',
  rows: [56],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap((at) =>
      [...usesOf(at).map(({ does }) => does.uses), ...(at.job.work.kind === 'call' ? [at.job.work.uses] : [])]
        .filter(({ value }) => !isPinned(value))
        .map(({ value, line }) => ({ file: at.workflow.file, line, what: `${value} can be another program tomorrow` })),
    ),
};

/** `./` and `$/` are files of the very commit (gate.md 0.7). */
const isPinned = (uses: string): boolean => /^[.$]\//.test(uses) || COMMIT.test(uses) || IMAGE_DIGEST.test(uses);
