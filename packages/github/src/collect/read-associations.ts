import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { numericId, oid } from '../change/wire.ts';
import { MOST_COMMITS, originsDocument } from '../documents/origins-document.ts';
import { lastCommits, type Arrival } from './arrival.ts';
import type { Branch } from './branch.ts';

const associated = v.object({
  oid,
  associatedPullRequests: v.nullable(
    v.object({
      totalCount: v.number(),
      nodes: v.array(
        v.object({
          number: v.number(),
          merged: v.boolean(),
          baseRefName: v.string(),
          headRefOid: oid,
          mergeCommit: v.nullable(v.object({ oid })),
          baseRepository: v.nullable(v.object({ databaseId: numericId })),
        }),
      ),
    }),
  ),
});

/**
 * Which merged pull requests of this branch, or of any, each commit belongs to. It is no proof of review: each of them is judged. That a
 * pull request has a commit says nothing of what the commit holds: what a later one took back was never approved. So only the commits
 * count that end in its merge, or in its head.
 */
export async function readAssociations(
  asker: Asker,
  { repository, branch }: { readonly repository: Branch['repository']; readonly branch: string | null },
  commits: readonly string[],
): Promise<Fact<readonly Arrival[]>> {
  const { owner, name, id } = repository;
  const arrivals: Arrival[] = [];
  const ends = new Map<number, readonly string[]>();
  for (let start = 0; start < commits.length; start += MOST_COMMITS) {
    const batch = commits.slice(start, start + MOST_COMMITS);
    const ids = Object.fromEntries(batch.map((commit, index) => [`commit${index}`, commit]));
    const nowhere = { branch: '', ref: '', queue: false };
    const answer = await asker.graphql(originsDocument(batch.length), { owner, name, ...nowhere, ...ids });
    for (const [index, commit] of batch.entries()) {
      const read = answer.part(['repository', `commit${index}`], associated, 'pull-requests');
      if (!read.known) return read;
      const { totalCount, nodes } = read.value.associatedPullRequests ?? { totalCount: 0, nodes: [] };
      if (read.value.oid !== commit) return unknown('unusable');
      if (nodes.length !== totalCount) return unknown('truncated');
      const ours = nodes.filter(
        (each) => each.merged && (branch === null || each.baseRefName === branch) && each.baseRepository?.databaseId === id,
      );
      for (const { number, headRefOid, mergeCommit } of ours)
        ends.set(number, [headRefOid, ...(mergeCommit === null ? [] : [mergeCommit.oid])]);
      arrivals.push({ commit, pullRequests: ours.map(({ number }) => number).sort((one, other) => one - other) });
    }
  }
  const last = lastCommits(arrivals);
  const whole = (number: number): boolean => ends.get(number)?.includes(last.get(number) ?? '') === true;
  const value = arrivals.map(({ commit, pullRequests }) => ({ commit, pullRequests: pullRequests.filter(whole) }));
  return { known: true, value };
}
