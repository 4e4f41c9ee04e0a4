import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { named, numericId, oid } from '../change/wire.ts';
import { MOST_COMMITS, originsDocument } from '../documents/origins-document.ts';

const PER_PAGE = 100;
const MOST_PAGES = 20;

const comparison = v.object({
  status: v.picklist(['ahead', 'behind', 'diverged', 'identical']),
  total_commits: v.number(),
  commits: v.array(v.object({ sha: oid, parents: v.array(v.object({ sha: oid })) })),
});

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

const defaultPart = v.object({ defaultBranchRef: v.object({ name: named(1024), target: v.object({ oid }) }) });

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

export interface Branch {
  readonly repository: { readonly id: string; readonly owner: string; readonly name: string };
  readonly branch: string;
}

/** A commit that came to the branch by itself or by a merge, oldest first, and the pull requests that it comes from. */
export interface Arrival {
  readonly commit: string;
  readonly pullRequests: readonly number[];
}

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

/** The branch that speaks where a commit names none. */
export async function readDefaultBranch(
  asker: Asker,
  { owner, name }: Branch['repository'],
): Promise<Fact<{ name: string; tip: string }>> {
  const answer = await asker.graphql(originsDocument(0), { owner, name, branch: '', ref: '', queue: false });
  const read = answer.part(['repository'], defaultPart, 'contents');
  if (!read.known) return read;
  const { name: branch, target } = read.value.defaultBranchRef;
  return { known: true, value: { name: branch, tip: target.oid } };
}

/**
 * The commits of base..head along their first parents: each brought everything behind its other parents, so whatever arrived belongs to
 * one of them. A history that was rewritten has no such line, and is `moved`; what the base holds already brings none, and is `stale`.
 */
export async function readArrivals(
  asker: Asker,
  { repository }: Branch,
  base: string,
  head: string,
): Promise<Fact<readonly string[]>> {
  const parents = new Map<string, string | undefined>();
  for (let page = 1; ; page += 1) {
    const parameters = {
      owner: repository.owner,
      repo: repository.name,
      basehead: `${base}...${head}`,
      per_page: PER_PAGE,
      page,
    };
    const read = await asker.rest(ENDPOINTS.compare, parameters, comparison);
    if (!read.known) return read;
    if (read.value.status !== 'ahead') return unknown(read.value.status === 'diverged' ? 'moved' : 'stale');
    for (const { sha, parents: found } of read.value.commits) parents.set(sha, found[0]?.sha);
    if (parents.size >= read.value.total_commits) break;
    if (page >= MOST_PAGES || read.value.commits.length === 0) return unknown('truncated');
  }
  const line: string[] = [];
  for (let commit: string | undefined = head; commit !== undefined && commit !== base; commit = parents.get(commit)) {
    if (!parents.has(commit) || line.length > parents.size) return unknown('unusable');
    line.push(commit);
  }
  return { known: true, value: line.reverse() };
}

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

/** Each pull request with the last of its commits: of a rebased change that one has the tree. */
export function lastCommits(arrivals: readonly Arrival[]): ReadonlyMap<number, string> {
  return new Map(arrivals.flatMap(({ commit, pullRequests }) => pullRequests.map((number) => [number, commit] as const)));
}

/**
 * The pull requests of a merge group. The queue says which one's turn ended in each commit; the commits before it, back to the turn
 * before, are of the same one (a rebased change has several). A commit that no turn claims belongs to nobody.
 */
export function arrivalsInQueue(line: readonly string[], entries: Queue['entries']): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  let current: number | null = null;
  for (const commit of [...line].reverse()) {
    current = entries.get(commit) ?? current;
    arrivals.push({ commit, pullRequests: current === null ? [] : [current] });
  }
  return arrivals.reverse();
}
