import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { oid } from '../change/wire.ts';
import type { Branch } from './branch.ts';

const PER_PAGE = 100;
const MOST_PAGES = 20;

const comparison = v.object({
  status: v.picklist(['ahead', 'behind', 'diverged', 'identical']),
  total_commits: v.number(),
  commits: v.array(v.object({ sha: oid, parents: v.array(v.object({ sha: oid })) })),
});

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
