import * as v from 'valibot';
import { oid } from './wire.ts';

const entry = v.object({ name: v.string(), mode: v.number(), type: v.string(), oid });

/** The workflow files of a commit; null where it has none. */
export const workflowsPart = v.object({
  workflows: v.nullable(v.object({ type: v.string(), object: v.nullable(v.object({ entries: v.optional(v.array(entry)) })) })),
});
export type Workflows = v.InferOutput<typeof workflowsPart>['workflows'];

const FOLDER = '.github/workflows/';
const REGULAR: readonly number[] = [0o100644, 0o100755];

/** The object id of a workflow's file; null where the commit has no regular file there. */
export function workflowBlob(workflows: Workflows, path: string): string | null {
  const entries = workflows?.object?.entries ?? [];
  const file = entries.find(({ name, type, mode }) => path === `${FOLDER}${name}` && type === 'blob' && REGULAR.includes(mode));
  return file?.oid ?? null;
}
