import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { numericId, oid } from '../change/wire.ts';
import { originsDocument } from '../documents/origins-document.ts';
import type { Branch } from './branch.ts';

const queuePart = v.object({
  databaseId: numericId,
  ref: v.nullable(v.object({ target: v.object({ oid }) })),
  mergeQueue: v.nullable(
    v.object({
      entries: v.object({
        totalCount: v.number(),
        nodes: v.array(
          v.object({
            headCommit: v.nullable(v.object({ oid })),
            pullRequest: v.nullable(v.object({ number: v.number() })),
          }),
        ),
      }),
    }),
  ),
});

export interface Queue {
  readonly tip: string;
  /** Head of a group in the queue → the pull request whose turn made it. */
  readonly entries: ReadonlyMap<string, number>;
}

/** Where the branch stands, and what waits in its queue. */
export async function readQueue(asker: Asker, { repository, branch }: Branch): Promise<Fact<Queue>> {
  const { owner, name, id } = repository;
  const answer = await asker.graphql(originsDocument(0), { owner, name, branch, ref: `refs/heads/${branch}`, queue: true });
  const read = answer.part(['repository'], queuePart, 'contents');
  if (!read.known) return read;
  const { databaseId, ref, mergeQueue } = read.value;
  if (databaseId !== id) return unknown('absent');
  if (ref === null) return unknown('absent');
  const nodes = mergeQueue?.entries.nodes ?? [];
  if (nodes.length !== (mergeQueue?.entries.totalCount ?? 0)) return unknown('truncated');
  const entries = nodes.flatMap(({ headCommit, pullRequest }) =>
    headCommit === null || pullRequest === null ? [] : [[headCommit.oid, pullRequest.number] as const],
  );
  return { known: true, value: { tip: ref.target.oid, entries: new Map(entries) } };
}
