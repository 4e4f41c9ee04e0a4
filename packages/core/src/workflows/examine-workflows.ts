import { ConfigurationError } from '../outcomes/index.ts';
import { parseWorkflow } from './parse-workflow.ts';
import { requiredJobs } from './required-jobs.ts';
import { unreadChecks, type UnreadCheck } from './unread-checks.ts';
import type { Severity, WorkflowCheck } from './workflow-check.ts';
import { WORKFLOW_CHECKS } from './workflow-checks.ts';
import type { Workflow } from './workflow.ts';
import type { WorkflowSet } from './workflow-set.ts';

export interface WorkflowFile {
  readonly file: string;
  readonly text: string;
}

export interface WorkflowFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  /** Holds text of the file: escape before showing. */
  readonly what: string;
  readonly doThis: string;
  /** Rows of the table of bypasses. */
  readonly rows: readonly number[];
}

export interface WorkflowExamination {
  readonly workflows: readonly Workflow[];
  /** In the order of files and lines. */
  readonly findings: readonly WorkflowFinding[];
  /** Checks that had nothing to look at, because no job is known to be required. */
  readonly blind: readonly string[];
  /** Required checks whose job was not found, or not read to the end. */
  readonly unread: readonly UnreadCheck[];
}

/** Parts of a file that no check has looked at are findings of their own: silence would pass for a clean answer. */
export const NOT_UNDERSTOOD = {
  code: 'not-understood',
  severity: 'medium',
  looksFor: 'a file or key that the reader does not know: no check has looked at it',
  doThis: 'compare it with "Workflow syntax" in GitHub\'s documentation, and look at it yourself',
  rows: [],
} as const satisfies Partial<WorkflowCheck>;

/** All checks over all workflow files of one commit. A file that is no YAML is a finding, not an error: the others are still read. */
export function examineWorkflows(
  files: readonly WorkflowFile[],
  surroundings: Omit<WorkflowSet, 'workflows'>,
): WorkflowExamination {
  const read = files.map(readFile);
  const workflows = read.flatMap(({ workflow }) => workflow ?? []);
  const set: WorkflowSet = { ...surroundings, workflows };
  const findings = [
    ...read.flatMap(({ findings: own }) => own),
    ...WORKFLOW_CHECKS.flatMap((check) => check.find(set).map((seen) => findingOf(check, seen))),
  ];
  findings.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const blind = requiredJobs(set).length > 0 ? [] : WORKFLOW_CHECKS.filter(({ about }) => about === 'required checks');
  return { workflows, findings, blind: blind.map(({ code }) => code), unread: unreadChecks(set) };
}

/** What GitHub's own reader takes for an error, too (actions/runner, TemplateReader): such a file decides nothing, and protects nothing. */
const ALSO_REFUSED: ReadonlyMap<string, string> = new Map([
  ['yaml/key', '; with a map or a list for a key GitHub does not run it either'],
  ['yaml/duplicate-key', '; GitHub does not run it either'],
]);

function readFile({ file, text }: WorkflowFile): { workflow: Workflow | null; findings: WorkflowFinding[] } {
  try {
    const { workflow, notUnderstood } = parseWorkflow(text, file);
    return { workflow, findings: notUnderstood.map(({ line, what }) => findingOf(NOT_UNDERSTOOD, { file, line, what })) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const what = `not read at all: ${error.found}, where ${error.expected} is expected${ALSO_REFUSED.get(error.code) ?? ''}`;
    return {
      workflow: null,
      findings: [findingOf(NOT_UNDERSTOOD, { file, line: Number(error.at.split(':').at(-2)) || 1, what })],
    };
  }
}

function findingOf(
  { code, severity, doThis, rows }: Pick<WorkflowCheck, 'code' | 'severity' | 'doThis' | 'rows'>,
  { file, line, what }: { readonly file: string; readonly line: number; readonly what: string },
): WorkflowFinding {
  return { code, severity, file, line, what, doThis, rows };
}
