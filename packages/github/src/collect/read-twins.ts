import { known, type Fact } from '@proofrail/core/context';
import type { Asker } from '../asking/asker.ts';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import { allNodes } from '../change/all-nodes.ts';
import { PULL_REQUEST, type ChangeHead } from '../change/change-head.ts';
import { headRefPart, namesakesPart, type Twin, type Twins } from '../change/twins.ts';
import type { Connection } from '../change/wire.ts';
import { NAMESAKES_DOCUMENT } from '../documents/namesakes-document.ts';
import type { WantedChange } from './wanted-change.ts';

/**
 * The other pull requests of the same head. For a branch of this repository the answer about the change has them. Where the branch is
 * gone, lies in a fork, or has had more than a page of them, they are asked for by its name: one call more, and only where
 * `needed` says that something rests on runs of theirs.
 */
export async function readTwins(
  asker: Asker,
  answer: GraphQlAnswer,
  head: ChangeHead,
  { wanted, checked, needed }: { readonly wanted: WantedChange; readonly checked: string; readonly needed: boolean },
): Promise<Fact<Twins>> {
  const { repository, pullRequest, source } = head;
  const from = source.known ? (source.value?.databaseId ?? null) : null;
  const read = answer.part(PULL_REQUEST, headRefPart, 'pull-requests');
  if (from === repository.id && !read.known) return read;
  const ref = read.known ? read.value.headRef : null;
  const branchGone = ref === null;
  // What ran on a merge group's commit was for no pull request.
  if (!needed || checked !== pullRequest.headRefOid) return known({ others: [], branchGone });
  const listed = from === repository.id && ref?.associatedPullRequests.pageInfo.hasNextPage === false;
  const found = listed
    ? await allOf(known(ref.associatedPullRequests))
    : await readNamesakes(asker, wanted, pullRequest.headRefName);
  if (!found.known) return found;
  // A fork that is gone has no number, and may be any that is gone; whoever has the same commit shares its checks.
  const sameHead = ({ headRepository, headRefOid }: Twin) =>
    from === null || headRepository?.databaseId === from || headRefOid === checked;
  const here = ({ baseRepository }: Twin) => baseRepository === null || baseRepository.databaseId === repository.id;
  return known({
    others: found.value.filter((twin) => twin.number !== pullRequest.number && here(twin) && sameHead(twin)),
    branchGone,
  });
}

const allOf = (page: Fact<Connection<Twin>>): Promise<Fact<Twin[]>> => allNodes(page, () => Promise.resolve(page));

async function readNamesakes(asker: Asker, { repository }: WantedChange, branch: string): Promise<Fact<Twin[]>> {
  const page = async (after: string | null): Promise<Fact<Connection<Twin>>> => {
    const variables = { owner: repository.owner, name: repository.name, branch, after };
    const read = (await asker.graphql(NAMESAKES_DOCUMENT, variables)).part(['repository'], namesakesPart, 'pull-requests');
    return read.known ? known(read.value.pullRequests) : read;
  };
  return allNodes(await page(null), page);
}
