import type { JobInWorkflow } from './jobs-of.ts';
import type { WorkflowSet } from './workflow-set.ts';

/** The name under which a job reports; `*` stands for what is only known when it runs. */
export class CheckName {
  readonly text: string;
  readonly #pattern: RegExp;

  constructor(text: string) {
    this.text = text;
    this.#pattern = new RegExp(`^${text.split('*').map(escaped).join('[^]*')}$`);
  }

  get exact(): boolean {
    return !this.text.includes('*');
  }

  mayBe(name: string): boolean {
    return this.#pattern.test(name);
  }

  /** Two open names are taken for the same only when they are written alike: anything else would accuse every matrix. */
  mayEqual(other: CheckName): boolean {
    return this.text === other.text || (this.exact && other.mayBe(this.text)) || (other.exact && this.mayBe(other.text));
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The names of a job's checks: its `name`, else its id; with a matrix and no expression in the name, ` (values)` behind it; for a
 * reusable workflow, `caller / called` (gate.md 4.1). A workflow that is only called reports nothing by itself.
 */
export function checkNames({ workflow, job }: JobInWorkflow, set: WorkflowSet): CheckName[] {
  if (workflow.triggers.every(({ event }) => event === 'workflow_call')) return [];
  return namesBelow({ workflow, job }, set, DEEPEST_CALL).map((text) => new CheckName(text));
}

const DEEPEST_CALL = 4; // GitHub follows reusable workflows four levels deep (gate.md 1.5)

function namesBelow({ job }: JobInWorkflow, set: WorkflowSet, depth: number): string[] {
  const own = ownName(job);
  if (job.work.kind === 'steps') return [own];
  const called = set.workflows.find(({ file }) => job.work.kind === 'call' && isFile(job.work.uses.value, file));
  if (called === undefined || depth === 0) return [`${own} / *`];
  return called.jobs.flatMap((inner) =>
    namesBelow({ workflow: called, job: inner }, set, depth - 1).map((name) => `${own} / ${name}`),
  );
}

function ownName({ id, name, matrix }: JobInWorkflow['job']): string {
  const written = name?.value ?? id;
  const open = written.replaceAll(/\$\{\{[^]*?\}\}/g, '*');
  return matrix && open === written ? `${written} (*)` : open;
}

/** `./.github/workflows/a.yml` and `$/.github/workflows/a.yml` are files of the same commit, all in one folder. */
const isFile = (uses: string, file: string): boolean => /^[.$]\//.test(uses) && uses.split('/').at(-1) === file.split('/').at(-1);
