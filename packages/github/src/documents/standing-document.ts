import { PROOFRAIL_FOLDER } from './selections.ts';

/**
 * What speaks for a branch when no pull request does: `.proofrail/` of `$before`, a commit that `$stood` there, and of the default branch;
 * and what classic protection says of the branch `$ref`.
 */
export const STANDING_DOCUMENT = `query Standing($owner: String!, $name: String!, $ref: String!, $stood: Boolean!, $before: GitObjectID) {
  repository(owner: $owner, name: $name) {
    databaseId
    defaultBranchRef { name target { oid ... on Commit { ${PROOFRAIL_FOLDER} } } }
    ref(qualifiedName: $ref) { refUpdateRule { requiredApprovingReviewCount blocksCreations } }
    before: object(oid: $before) @include(if: $stood) { oid ... on Commit { ${PROOFRAIL_FOLDER} } }
  }
}`;
