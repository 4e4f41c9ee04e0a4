import type { Script, Step, Use } from './workflow.ts';
import type { WorkflowNode } from './workflow-node.ts';

const KEYS = [
  ...['id', 'if', 'name', 'uses', 'run', 'with', 'env'],
  ...['working-directory', 'shell', 'continue-on-error', 'timeout-minutes'],
];

/** Null, and a note, for a step that does nothing known. */
export function parseStep(node: WorkflowNode): Step | null {
  node.knowsOnly(KEYS);
  const does = parseWork(node);
  if (does === null) return null;
  return {
    id: node.member('id')?.text()?.value ?? null,
    line: node.line,
    condition: node.member('if')?.text() ?? null,
    continueOnError: node.member('continue-on-error')?.text() ?? null,
    name: node.member('name')?.text()?.value ?? null,
    variables: node.member('env')?.variables() ?? new Map(),
    does,
  };
}

function parseWork(node: WorkflowNode): Use | Script | null {
  const [uses, script] = [node.member('uses')?.text(), node.member('run')?.text()];
  if (uses) return { kind: 'uses', uses, inputs: node.member('with')?.variables() ?? new Map() };
  if (script) return { kind: 'run', script };
  node.note('a step has "uses" or "run"');
  return null;
}
