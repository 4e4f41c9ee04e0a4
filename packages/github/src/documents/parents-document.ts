/** GitHub answers slowly for long documents; a list of analyses has no more commits. */
export const MOST_CHILDREN = 100;

/** What some commits were made from. */
export function parentsDocument(commits: number): string {
  const numbers = Array.from({ length: commits }, (_, index) => index);
  return `query Parents($owner: String!, $name: String!${numbers.map((each) => `, $commit${each}: GitObjectID!`).join('')}) {
  repository(owner: $owner, name: $name) {
    databaseId
    ${numbers.map((each) => `commit${each}: object(oid: $commit${each}) { ... on Commit { oid parents(first: 3) { nodes { oid } } } }`).join('\n    ')}
  }
}`;
}
