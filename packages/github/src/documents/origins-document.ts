/** As many commits per document as GitHub answers in one go. */
export const MOST_COMMITS = 50;

/** Which pull requests each of some commits belongs to, and what the merge queue of the branch holds. */
export function originsDocument(commits: number): string {
  const numbers = Array.from({ length: commits }, (_, index) => index);
  return `query Origins($owner: String!, $name: String!, $branch: String!, $ref: String!, $queue: Boolean!, $page: Int!${numbers.map((each) => `, $commit${each}: GitObjectID!`).join('')}) {
  repository(owner: $owner, name: $name) {
    databaseId
    defaultBranchRef { name target { oid } }
    ref(qualifiedName: $ref) @include(if: $queue) { target { oid } }
    mergeQueue(branch: $branch) @include(if: $queue) { entries(first: $page) { totalCount nodes { headCommit { oid } pullRequest { number } } } }
    ${numbers
      .map(
        (each) => `commit${each}: object(oid: $commit${each}) { ... on Commit { oid associatedPullRequests(first: 20) {
      totalCount nodes { number merged baseRefName headRefOid mergeCommit { oid } baseRepository { databaseId } }
    } } }`,
      )
      .join('\n    ')}
  }
}`;
}
