/** GitHub answers slowly for long documents; the rest comes in a further one. */
export const MOST_BLOBS = 100;

/**
 * Read last: where head and protected tip stand now, whether the set of reviews is still the one that was read, and, because this call
 * is made anyway, the text of up to {@link MOST_BLOBS} files by object id (`$blob0`, `$blob1` …).
 */
export function rereadDocument(blobs: number): string {
  const numbers = Array.from({ length: blobs }, (_, index) => index);
  return `query Reread($owner: String!, $name: String!, $number: Int!${numbers.map((each) => `, $blob${each}: GitObjectID!`).join('')}) {
  rateLimit { cost remaining }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { headRefOid baseRefName baseRef { target { oid } } }
    ${numbers.map((each) => `blob${each}: object(oid: $blob${each}) { ... on Blob { oid isBinary isTruncated text } }`).join('\n    ')}
  }
}`;
}
