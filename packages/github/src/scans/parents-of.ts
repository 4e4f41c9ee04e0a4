import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { oid } from '../change/wire.ts';
import { MOST_CHILDREN, parentsDocument } from '../documents/parents-document.ts';

const parents = v.nullable(v.object({ oid, parents: v.object({ nodes: v.array(v.object({ oid })) }) }));

/** What each commit was made from; of one that GitHub does not show, nothing is in the map. */
export async function parentsOf(
  asker: Asker,
  { owner, name }: { readonly owner: string; readonly name: string },
  commits: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const asked = commits.slice(0, MOST_CHILDREN);
  if (asked.length === 0) return found;
  const ids = Object.fromEntries(asked.map((commit, index) => [`commit${index}`, commit]));
  const answer = await asker.graphql(parentsDocument(asked.length), { owner, name, ...ids });
  asked.forEach((commit, index) => {
    const read = answer.part(['repository'], v.object({ [`commit${index}`]: parents }), 'contents');
    const node = read.known ? read.value[`commit${index}`] : null;
    if (node?.oid === commit)
      found.set(
        commit,
        node.parents.nodes.map(({ oid: parent }) => parent),
      );
  });
  return found;
}
