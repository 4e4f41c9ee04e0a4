import type { Concurrency, Permissions } from './workflow.ts';
import type { WorkflowNode } from './workflow-node.ts';

const LEVELS = ['read', 'write', 'none'];

export function parsePermissions(node: WorkflowNode | undefined): Permissions | null {
  if (node === undefined) return null;
  if (typeof node.value === 'string') return { kind: 'all', level: node.value, line: node.line };
  const scopes = node.variables();
  for (const [scope, { value }] of scopes)
    if (!LEVELS.includes(value)) node.member(scope)?.note(`a permission is one of ${LEVELS.join(', ')}`);
  return { kind: 'listed', scopes, line: node.line };
}

/** A text is the name of the group alone. */
export function parseConcurrency(node: WorkflowNode | undefined): Concurrency | null {
  if (node === undefined) return null;
  if (typeof node.value === 'string') return { line: node.line, cancelInProgress: null };
  node.knowsOnly(['group', 'cancel-in-progress', 'queue']);
  return { line: node.line, cancelInProgress: node.member('cancel-in-progress')?.text() ?? null };
}
