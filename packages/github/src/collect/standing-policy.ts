import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { notReadable } from '../asking/github-failure.ts';
import { readBranchRules } from '../change/branch-rules.ts';
import { classicRule, isGuarded } from '../change/guarded-branch.ts';
import { numericId } from '../change/wire.ts';
import type { ReadFiles } from '../configuration/organisation-files.ts';
import { proofrailFiles, proofrailPart } from '../configuration/proofrail-files.ts';
import { STANDING_DOCUMENT } from '../documents/standing-document.ts';
import type { Branch } from './branch.ts';

const standingPart = v.object({
  databaseId: numericId,
  defaultBranchRef: v.nullable(v.object({ name: v.string() })),
  ref: v.nullable(v.object({ refUpdateRule: v.nullish(classicRule, null) })),
});

export interface Standing extends Branch {
  /** What stood on the branch before; null where the branch is new. */
  readonly before: string | null;
  readonly belowOrganisation: boolean;
}

/**
 * `.proofrail/` for a commit that no pull request brought: of what stood on its branch before, where nothing comes to that branch
 * unreviewed; else of the default branch. Whoever may write makes a branch of any name, and what stood there a moment ago is then
 * theirs too.
 *
 * @throws UnavailableError `github/not-readable` for a repository that is another one by now
 */
export async function standingPolicy(asker: Asker, standing: Standing): Promise<ReadFiles> {
  const { repository, branch, before, belowOrganisation } = standing;
  const { owner, name, id } = repository;
  const variables = { owner, name, ref: `refs/heads/${branch}`, stood: before !== null, before };
  const [answer, rules] = await Promise.all([
    asker.graphql(STANDING_DOCUMENT, variables),
    readBranchRules(asker, { owner, name, branch }),
  ]);
  const read = answer.part(['repository'], standingPart, 'contents');
  if (read.known && read.value.databaseId !== id) throw notReadable(`the repository ${id}`, read.value.databaseId, 'contents');
  const speaks =
    before !== null &&
    read.known &&
    (read.value.defaultBranchRef?.name === branch || isGuarded(rules, read.value.ref?.refUpdateRule ?? null));
  const folder = answer.part(
    ['repository', ...(speaks ? ['before'] : ['defaultBranchRef', 'target'])],
    proofrailPart,
    'contents',
  );
  return () => {
    if (!folder.known) throw notReadable('.proofrail/ on the protected branch', folder.why, 'contents');
    return proofrailFiles(folder.value.proofrail, `.proofrail of ${speaks ? before : 'the default branch'}`, belowOrganisation);
  };
}
