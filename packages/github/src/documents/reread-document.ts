/** GitHub answers slowly for long documents; the rest comes in a further one. */
export const MOST_FILES_AGAIN = 100;

/**
 * Read last: where head and protected tip stand now, whether the set of reviews is still the one that was read, and, because this call
 * is made anyway, up to {@link MOST_FILES_AGAIN} files of `$head` by path (`$path0`, `$path1` …): what they hold, and by their mode
 * whether they are files at all.
 */
export function rereadDocument(files: number): string {
  const numbers = Array.from({ length: files }, (_, index) => index);
  const paths = numbers.map((each) => `, $path${each}: String!`).join('');
  const entries = numbers
    .map((each) => `file${each}: file(path: $path${each}) { mode type oid object { ${TEXT} } }`)
    .join('\n    ');
  return `query Reread($owner: String!, $name: String!, $number: Int!${files === 0 ? '' : `, $head: GitObjectID!${paths}`}) {
  rateLimit { cost remaining }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { headRefOid baseRefName baseRef { target { oid } } }
    ${files === 0 ? '' : `head: object(oid: $head) { ... on Commit { ${entries} } }`}
  }
}`;
}

const TEXT = '... on Blob { oid isBinary isTruncated text }';
