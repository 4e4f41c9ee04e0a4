import * as v from 'valibot';
import { readStrictYaml } from '@proofrail/core/documents';
import type { ReferencedWorkflows } from '../change/referenced-workflows.ts';
import type { ReportSource } from './report-source.ts';

const PINNED = /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[^@/]+\.ya?ml@([0-9a-f]{40}|[0-9a-f]{64})$/;

const workflow = v.object({ jobs: v.record(v.string(), v.object({ uses: v.string() })) });

/**
 * Whether a workflow that the change altered still has no step of its own: each job is a workflow at a commit that the registry names
 * for this report, and the run did call it. Any other commit-pinned workflow would be one that the change's author could have written.
 */
export function everyJobIsPinned(text: string, referenced: ReferencedWorkflows, source: ReportSource): boolean {
  const parsed = v.safeParse(workflow, valueOf(text));
  if (!parsed.success) return false;
  const called = Object.values(parsed.output.jobs).map(({ uses }) => uses);
  return called.length > 0 && called.every((uses) => source.reusable.includes(uses) && wasCalled(uses, referenced));
}

/** What the file says, or null for one that needs any of YAML's tricks: its author is the one who is not trusted. */
function valueOf(text: string): unknown {
  try {
    return readStrictYaml(text, 'the workflow', { aliases: 'refused' }).value;
  } catch {
    return null; // GitHub may see a job where another reader sees none
  }
}

function wasCalled(uses: string, referenced: ReferencedWorkflows): boolean {
  const commit = PINNED.exec(uses)?.[1];
  return commit !== undefined && referenced.some(({ path, sha }) => path === uses && sha === commit);
}
