import { FILTER_KINDS, type Trigger } from './workflow.ts';
import type { WorkflowNode } from './workflow-node.ts';

/** Besides filters: what single events take (GitHub's "Events that trigger workflows"). */
const OPTIONS = ['types', 'workflows', 'inputs', 'secrets', 'outputs'];

/** `on: push`, `on: [push, pull_request]`, or a map with filters. `schedule` is a list of times. */
export function parseTriggers(on: WorkflowNode): Trigger[] {
  if (typeof on.value === 'string' || Array.isArray(on.value))
    return on.texts().map(({ value, line }) => ({ event: value, line, types: null, filters: [] }));
  return on.members().map(([event, node]) => parseTrigger(event, node));
}

function parseTrigger(event: string, node: WorkflowNode): Trigger {
  if (event === 'schedule') return { event, line: node.line, types: null, filters: [] };
  node.knowsOnly([...FILTER_KINDS, ...OPTIONS]);
  return {
    event,
    line: node.line,
    types:
      node
        .member('types')
        ?.texts()
        .map(({ value }) => value) ?? null,
    filters: FILTER_KINDS.flatMap((kind) => {
      const filter = node.member(kind);
      return filter === undefined ? [] : [{ kind, line: filter.line, patterns: filter.texts() }];
    }),
  };
}
