import { readStrictYaml } from '../documents/strict-yaml.ts';
import { parseJob } from './parse-job.ts';
import { parseConcurrency, parsePermissions } from './parse-settings.ts';
import { parseTriggers } from './parse-triggers.ts';
import type { Workflow } from './workflow.ts';
import { WorkflowNode, type NotUnderstood } from './workflow-node.ts';

export interface ParsedWorkflow {
  readonly workflow: Workflow;
  readonly notUnderstood: readonly NotUnderstood[];
}

const KEYS = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];

/**
 * A workflow file (GitHub's "Workflow syntax"). What the reader does not know is listed, never skipped in silence.
 *
 * @throws ConfigurationError `yaml/...` for a file that is no YAML
 */
export function parseWorkflow(text: string, file: string): ParsedWorkflow {
  const root = WorkflowNode.over(readStrictYaml(text, file));
  root.knowsOnly(KEYS);
  const [triggers, jobs] = [root.member('on'), root.member('jobs')];
  if (triggers === undefined) root.note('a workflow says on which events it runs: "on"');
  if (jobs === undefined) root.note('a workflow has jobs');
  const workflow: Workflow = {
    file,
    name: root.member('name')?.text()?.value ?? null,
    triggers: triggers === undefined ? [] : parseTriggers(triggers),
    permissions: parsePermissions(root.member('permissions')),
    concurrency: parseConcurrency(root.member('concurrency')),
    environment: root.member('env')?.variables() ?? new Map(),
    jobs: (jobs?.members() ?? []).flatMap(([id, node]) => parseJob(id, node) ?? []),
    templates: root.allTexts().filter(({ value }) => value.includes('${{')),
    lines: text.split(/\r?\n/),
  };
  return { workflow, notUnderstood: root.notes };
}
