import * as v from 'valibot';
import { connection, named, numericId, oid, time } from './wire.ts';

const repository = v.nullable(v.object({ databaseId: numericId }));

const twin = v.object({
  id: v.string(),
  number: v.number(),
  createdAt: time,
  closedAt: v.nullable(time),
  headRefOid: oid,
  baseRefName: named(1024),
  headRepository: repository,
  baseRepository: repository,
  baseChanges: v.object({ totalCount: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
});

/** Another pull request of the same head, open or not. */
export type Twin = v.InferOutput<typeof twin>;

/** Null once the branch is gone. */
export const headRefPart = v.object({ headRef: v.nullable(v.object({ associatedPullRequests: connection(twin) })) });

export const namesakesPart = v.object({ pullRequests: connection(twin) });

/** What is known of the pull requests that share a head. */
export interface Twins {
  readonly others: readonly Twin[];
  /** Whether the branch is gone, as after a merge: then no run says any more from which branch it came. */
  readonly branchGone: boolean;
}
