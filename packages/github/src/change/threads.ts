import { textDigest } from '@proofrail/core/canonical';
import type { Fact, FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import { compareText } from './account.ts';
import { connection } from './wire.ts';

export const threadNode = v.object({
  id: v.string(),
  isResolved: v.boolean(),
  comments: v.object({ nodes: v.array(v.object({ body: v.string() })) }),
});
export type ThreadNode = v.InferOutput<typeof threadNode>;
export const threadsPart = v.object({ reviewThreads: connection(threadNode) });

/**
 * What people wrote is compared with the registry's words and goes no further than its digest. A label of the change marks all its threads.
 */
export function threadsOf(
  threads: Fact<readonly ThreadNode[]>,
  labels: Fact<readonly string[]>,
  marks: readonly string[],
): FactsDocument['threads'] {
  if (!threads.known) return threads;
  if (!labels.known) return labels;
  const wanted = marks.map((mark) => mark.toLowerCase());
  const all = labels.value.some((label) => wanted.includes(label.toLowerCase()));
  const isSecurity = ({ comments }: ThreadNode): boolean =>
    all || comments.nodes.some(({ body }) => wanted.some((mark) => body.toLowerCase().includes(mark)));
  return {
    known: true,
    value: {
      total: threads.value.length,
      resolved: threads.value.filter(({ isResolved }) => isResolved).length,
      security: threads.value.filter(isSecurity).length,
      openings: threads.value
        .flatMap(({ comments }) => comments.nodes.slice(0, 1).map(({ body }) => textDigest(body)))
        .sort((one, other) => compareText(one.sha256, other.sha256)),
    },
  };
}
