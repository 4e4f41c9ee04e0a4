import { CONNECTIONS, connectionOf, contextsOf, type ConnectionName } from './selections.ts';

const pageDocument = (name: ConnectionName): string => `query Page(
  $owner: String!, $name: String!, $number: Int!, $page: Int!, $after: String
) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { ${connectionOf(name, '$after')} } }
}`;

/** A later page of each connection. */
export const PAGE_DOCUMENTS = Object.fromEntries(
  (Object.keys(CONNECTIONS) as ConnectionName[]).map((name) => [name, pageDocument(name)]),
) as Readonly<Record<ConnectionName, string>>;

/** What ran on a commit, from any page on: also what waiting for producers asks again and again. */
export const CONTEXTS_DOCUMENT = `query Contexts($owner: String!, $name: String!, $commit: GitObjectID!, $page: Int!, $after: String) {
  repository(owner: $owner, name: $name) { object(oid: $commit) { ... on Commit { ${contextsOf('$after')} } } }
}`;
