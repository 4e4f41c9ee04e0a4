import { jobsOf, usesOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const retentionAboveCap: WorkflowCheck = {
  code: 'retention-above-cap',
  severity: 'medium',
  looksFor:
    '`retention-days` above what GitHub keeps: the artifact is gone earlier than the file says (90 days public, 400 private)',
  doThis: 'archive what an auditor will ask for in the ledger; an artifact is no archive',
  rows: [],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap((at) =>
      usesOf(at).flatMap(({ does: { inputs } }) => {
        const days = inputs.get('retention-days');
        if (days === undefined || !(Number(days.value) > set.longestRetention)) return [];
        const what = `asks for ${days.value} days, GitHub keeps ${set.longestRetention} at most`;
        return [{ file: at.workflow.file, line: days.line, what }];
      }),
    ),
};
