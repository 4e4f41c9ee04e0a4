import type { Call, Workflow } from './workflow.ts';
import type { WorkflowSet } from './workflow-set.ts';

/** The called workflow, where it is a file of the same commit. */
export const calledWorkflow = ({ uses }: Call, { workflows }: Pick<WorkflowSet, 'workflows'>): Workflow | undefined =>
  workflows.find(({ file }) => isFile(uses.value, file));

/** `./.github/workflows/a.yml` and `$/.github/workflows/a.yml` are files of the same commit, all in one folder. */
const isFile = (uses: string, file: string): boolean => /^[.$]\//.test(uses) && uses.split('/').at(-1) === file.split('/').at(-1);
