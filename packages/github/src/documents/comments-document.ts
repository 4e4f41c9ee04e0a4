/** Comments of a pull request, and which of them the asking token wrote: by GitHub's word, not by a name that stands beside them. */
export const COMMENTS_DOCUMENT = `query Comments($owner: String!, $name: String!, $number: Int!, $page: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    databaseId
    pullRequest(number: $number) {
      comments(first: $page, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id fullDatabaseId viewerDidAuthor body }
      }
    }
  }
}`;
