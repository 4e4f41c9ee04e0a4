export { CheckName } from './check-name.ts';
export {
  examineWorkflows,
  NOT_UNDERSTOOD,
  type WorkflowExamination,
  type WorkflowFile,
  type WorkflowFinding,
} from './examine-workflows.ts';
export { allReports, type JobReport } from './job-reports.ts';
export { jobsOf, stepsOf, usesOf, type JobInWorkflow, type StepInJob } from './jobs-of.ts';
export { isGate } from './required-jobs.ts';
export type { Job, Step, Trigger, Workflow, Written } from './workflow.ts';
export type { UnreadCheck } from './unread-checks.ts';
export type { Severity, WorkflowCheck } from './workflow-check.ts';
export { WORKFLOW_CHECKS } from './workflow-checks.ts';
export { SURROUNDINGS_UNSEEN, type WorkflowSet } from './workflow-set.ts';
