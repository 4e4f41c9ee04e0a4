// Parts that the documents share. One part, one meaning: the first page and every later one are read by the same words.

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
/** An account by number; whatever has none (a deleted account) stays unknown. */
export const ACTOR = '__typename ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId }';

const COMMITS = `${PAGE} nodes { id commit {
  oid
  authors(first: $page) { totalCount nodes { email user { __typename databaseId } } }
  committer { email name user { __typename databaseId login } }
  signature { isValid wasSignedByGitHub signer { __typename databaseId } }
} }`;

const REVIEWS = `${PAGE} nodes {
  id fullDatabaseId state submittedAt authorCanPushToRepository commit { oid } author { ${ACTOR} }
}`;

const THREADS = `${PAGE} nodes { id isResolved comments(first: 1) { nodes { body } } }`;

const TICKETS = `${PAGE} nodes { id number repository { nameWithOwner } }`;

const TIMELINE = `${PAGE} nodes { __typename
  ... on HeadRefForcePushedEvent { id createdAt actor { ${ACTOR} } }
  ... on BaseRefChangedEvent { id createdAt }
  ... on AutomaticBaseChangeSucceededEvent { id createdAt }
  ... on BaseRefForcePushedEvent { id createdAt }
  ... on ReviewDismissedEvent { id createdAt actor { ${ACTOR} } previousReviewState review { id } }
}`;

/** Pull requests as {@link ../change/twins.ts} knows them: when each was there, where it went, and whether it always went there. */
export const TWINS = `${PAGE} nodes {
  id number createdAt closedAt headRefOid baseRefName headRepository { databaseId } baseRepository { databaseId }
  baseChanges: timelineItems(first: 1, itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) { totalCount }
}`;

const CONTEXTS = `${PAGE} nodes { __typename
  ... on CheckRun { id name status conclusion checkSuite {
    id status app { databaseId } commit { oid } repository { databaseId } branch { name }
    workflowRun { databaseId createdAt event file { path repositoryName } }
  } }
  ... on StatusContext { id context state commit { oid } }
}`;

const EVENTS_THAT_COUNT =
  'itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT, BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT, BASE_REF_FORCE_PUSHED_EVENT, REVIEW_DISMISSED_EVENT]';

/** The connections of a pull request: how each is asked for and what of it. */
export const CONNECTIONS = {
  commits: { field: 'commits', filter: '', selection: COMMITS },
  reviews: { field: 'reviews', filter: '', selection: REVIEWS },
  reviewThreads: { field: 'reviewThreads', filter: '', selection: THREADS },
  closingIssuesReferences: { field: 'closingIssuesReferences', filter: '', selection: TICKETS },
  timelineItems: { field: 'timelineItems', filter: EVENTS_THAT_COUNT, selection: TIMELINE },
} as const;
export type ConnectionName = keyof typeof CONNECTIONS;

/** One page of a connection of the pull request; `after` is a variable's name or nothing for the first page. */
export function connectionOf(name: ConnectionName, after: '$after' | null): string {
  const { field, filter, selection } = CONNECTIONS[name];
  return `${field}(${['first: $page', after === null ? '' : `after: ${after}`, filter].filter((each) => each !== '').join(', ')}) { ${selection} }`;
}

/** What ran on a commit, as one list of check runs and commit statuses. */
export const contextsOf = (after: '$after' | null): string =>
  `statusCheckRollup { contexts(first: $page${after === null ? '' : `, after: ${after}`}) { ${CONTEXTS} } }`;

const BLOB = '... on Blob { oid isBinary isTruncated text }';
const ENTRY = 'name mode type oid';

/** `.proofrail/` and the folders in it, with what its files say. */
export const PROOFRAIL_FOLDER = `proofrail: file(path: ".proofrail") { mode type object { ... on Tree { entries { ${ENTRY} object {
  ${BLOB}
  ... on Tree { entries { ${ENTRY} object { ${BLOB} } } }
} } } } }`;

/** Which workflows a commit has, by object id: equal ids are equal files. */
export const WORKFLOWS = `workflows: file(path: ".github/workflows") { mode type object { ... on Tree { entries { ${ENTRY} } } } }`;
