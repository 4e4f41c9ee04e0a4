import type { Written } from './workflow.ts';
import { isMap, type WorkflowNode } from './workflow-node.ts';

const KEYS = ['image', 'credentials', 'env', 'ports', 'volumes', 'options'];
const KEYS_OF_SERVICES = ['command', 'entrypoint'];

/** The images that a job runs in and beside; none of a job that runs on the machine itself. */
export function parseImages(job: WorkflowNode): Written<string>[] {
  const [container, services] = [job.member('container'), job.member('services')];
  return [
    ...(container === undefined ? [] : imageOf(container, KEYS)),
    ...(services?.members() ?? []).flatMap(([, service]) => imageOf(service, [...KEYS, ...KEYS_OF_SERVICES])),
  ];
}

/** The name alone, or a map with `image`. An empty name is no container (GitHub, "Running jobs in a container"). */
function imageOf(node: WorkflowNode, keys: readonly string[]): Written<string>[] {
  if (isMap(node.value)) node.knowsOnly(keys);
  const image = isMap(node.value) ? node.member('image') : node;
  if (image === undefined) node.note('a container has an "image"');
  const written = image?.text() ?? null;
  return written === null || written.value === '' ? [] : [written];
}
