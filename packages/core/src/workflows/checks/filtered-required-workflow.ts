import { requiredWorkflows } from '../required-jobs.ts';
import type { Trigger } from '../workflow.ts';
import type { Sighting, WorkflowCheck } from '../workflow-check.ts';

const GATED_EVENTS = ['pull_request', 'pull_request_target', 'merge_group'];
/** Without one of these a pull request is there, or has new commits, and its required check is not. */
const NEEDED_TYPES = ['opened', 'synchronize', 'reopened'];

export const filteredRequiredWorkflow: WorkflowCheck = {
  code: 'filtered-required-workflow',
  severity: 'high',
  looksFor: 'filters by path, branch or activity on the workflow of a required check: the check is missing and gets waived',
  doThis: 'remove the filter and decide inside the job what there is to do',
  rows: [36],
  about: 'required checks',
  find: (set) =>
    requiredWorkflows(set).flatMap(({ file, triggers }) =>
      triggers.filter(({ event }) => GATED_EVENTS.includes(event)).flatMap((trigger) => filtersOf(trigger, file)),
    ),
};

function filtersOf({ event, line, types, filters }: Trigger, file: string): Sighting[] {
  const missing = event === 'merge_group' || types === null ? [] : NEEDED_TYPES.filter((type) => !types.includes(type));
  return [
    ...filters.map((filter) => ({ file, line: filter.line, what: `${event} runs only where "${filter.kind}" lets it` })),
    ...(missing.length === 0 ? [] : [{ file, line, what: `${event} does not run when a pull request is ${missing.join(', ')}` }]),
  ];
}
