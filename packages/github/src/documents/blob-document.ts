/** The text of one file by its object id. */
export const BLOB_DOCUMENT = `query Blob($owner: String!, $name: String!, $blob: GitObjectID!) {
  repository(owner: $owner, name: $name) { blob: object(oid: $blob) { ... on Blob { oid isBinary isTruncated text } } }
}`;
