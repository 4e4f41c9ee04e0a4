import { requiredWorkflows } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const notOnMergeGroup: WorkflowCheck = {
  code: 'not-on-merge-group',
  severity: 'medium',
  looksFor: 'a required workflow that does not run on `merge_group`, where alone approvals are final',
  doThis: 'add `merge_group:` to `on:`; without it a merge queue waits until it gives up',
  rows: [16],
  about: 'required checks',
  find: (set) =>
    set.mergeQueue === false
      ? []
      : requiredWorkflows(set).flatMap(({ file, triggers }) => {
          const [first] = triggers.filter(({ event }) => event.startsWith('pull_request'));
          return first === undefined || triggers.some(({ event }) => event === 'merge_group')
            ? []
            : [{ file, line: first.line, what: 'its required check is missing in a merge queue' }];
        }),
};
