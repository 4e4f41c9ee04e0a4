import { checkoutOfHead } from './checkout-of-head.ts';
import { around } from './reaching-texts.ts';
import { stepsStartedBy, type StartedStep } from './started-steps.ts';
import type { Written } from './workflow.ts';
import type { WorkflowSet } from './workflow-set.ts';

/** Started by what an outsider does, and run with the rights of the repository. */
const PRIVILEGED_EVENTS = [
  ...['pull_request_target', 'workflow_run'],
  ...['issue_comment', 'issues', 'discussion', 'discussion_comment'],
];

export interface UntrustedCheckout extends StartedStep {
  readonly where: Written<string>;
}

/** Every step that brings the code of an outsider into a workflow that these events start. */
export const untrustedCheckouts = (set: WorkflowSet, events: readonly string[] = PRIVILEGED_EVENTS): UntrustedCheckout[] =>
  stepsStartedBy(set, events).flatMap(({ at, calls }) =>
    checkoutOfHead(at, around(at, calls)).map((where) => ({ at, where, calls })),
  );
