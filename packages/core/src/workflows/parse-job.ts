import { parseConcurrency, parsePermissions } from './parse-settings.ts';
import { parseImages } from './parse-images.ts';
import { parseStep } from './parse-step.ts';
import type { Call, Job, Steps, Written } from './workflow.ts';
import { isMap, type WorkflowNode } from './workflow-node.ts';

const KEYS = ['name', 'needs', 'if', 'permissions', 'concurrency', 'strategy', 'with', 'secrets', 'uses'];
const KEYS_WITH_STEPS = ['runs-on', 'environment', 'outputs', 'env', 'defaults', 'steps', 'timeout-minutes', 'snapshot'];
const KEYS_OF_RUNNERS = ['continue-on-error', 'container', 'services'];

/** Null, and a note, for what is neither a list of steps nor a call of a reusable workflow. */
export function parseJob(id: string, node: WorkflowNode): Job | null {
  node.knowsOnly([...KEYS, ...KEYS_WITH_STEPS, ...KEYS_OF_RUNNERS]);
  const work = parseWork(node);
  if (work === null) return null;
  node.member('strategy')?.knowsOnly(['matrix', 'fail-fast', 'max-parallel']);
  return {
    id,
    line: node.line,
    name: node.member('name')?.text() ?? null,
    needs: node.member('needs')?.texts() ?? [],
    condition: node.member('if')?.text() ?? null,
    continueOnError: node.member('continue-on-error')?.text() ?? null,
    permissions: parsePermissions(node.member('permissions')),
    concurrency: parseConcurrency(node.member('concurrency')),
    environment: parseEnvironment(node.member('environment')),
    matrix: node.member('strategy')?.member('matrix') !== undefined,
    variables: node.member('env')?.variables() ?? new Map(),
    outputs: node.member('outputs')?.variables() ?? new Map(),
    work,
  };
}

function parseWork(node: WorkflowNode): Steps | Call | null {
  const [uses, steps] = [node.member('uses'), node.member('steps')];
  if (uses !== undefined) return parseCall(uses, node);
  if (steps === undefined) {
    node.note('a job has "steps" or "uses"');
    return null;
  }
  const runsOn = node.member('runs-on');
  if (runsOn === undefined) node.note('a job with steps says where it runs: "runs-on"');
  const named = runsOn !== undefined && isMap(runsOn.value);
  if (named) runsOn.knowsOnly(['group', 'labels']);
  return {
    kind: 'steps',
    runsOn: (named ? runsOn.member('labels') : runsOn)?.texts() ?? [],
    runnerGroup: named ? (runsOn.member('group')?.text() ?? null) : null,
    images: parseImages(node),
    steps: steps.items().flatMap((step) => parseStep(step) ?? []),
  };
}

function parseCall(uses: WorkflowNode, node: WorkflowNode): Call | null {
  const called = uses.text();
  if (called === null) return null;
  const secrets = node.member('secrets');
  return {
    kind: 'call',
    uses: called,
    inputs: node.member('with')?.variables() ?? new Map(),
    inheritsSecrets: secrets?.value === 'inherit' ? { value: true, line: secrets.line } : null,
  };
}

/** The name alone, or a map with `name`. */
function parseEnvironment(node: WorkflowNode | undefined): Written<string> | null {
  if (node === undefined) return null;
  if (!isMap(node.value)) return node.text();
  node.knowsOnly(['name', 'url', 'deployment']);
  return node.member('name')?.text() ?? null;
}
