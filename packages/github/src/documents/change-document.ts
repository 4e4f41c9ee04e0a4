import {
  ACTOR,
  CONNECTIONS,
  connectionOf,
  contextsOf,
  PROOFRAIL_FOLDER,
  TWINS,
  WORKFLOWS,
  type ConnectionName,
} from './selections.ts';

const FIRST_PAGES = (Object.keys(CONNECTIONS) as ConnectionName[]).map((name) => connectionOf(name, null)).join('\n      ');

/**
 * Everything about one change that GraphQL gives, in one call (gate.md 1.3). `baseRef.target` is the live tip, where `baseRefOid` is
 * what the pull request last saw; `branchProtectionRule` stays out, because asking for it without administration spoils the answer.
 * `$elsewhere`: checks and workflows are those of `$checked`, a commit that is not the head. `$pinned`: the configuration is that of
 * `$configured`, the commit before a change that has landed, because no change brings the policy that judges it.
 */
export const CHANGE_DOCUMENT = `query Change(
  $owner: String!, $name: String!, $number: Int!, $page: Int!
  $elsewhere: Boolean!, $checked: GitObjectID, $pinned: Boolean!, $configured: GitObjectID
) {
  rateLimit { cost remaining }
  repository(owner: $owner, name: $name) {
    databaseId
    nameWithOwner
    defaultBranchRef { name target { oid ... on Commit { ${PROOFRAIL_FOLDER} ${WORKFLOWS} } } }
    pinned: object(oid: $configured) @include(if: $pinned) { oid ... on Commit { ${PROOFRAIL_FOLDER} ${WORKFLOWS} } }
    elsewhere: object(oid: $checked) @include(if: $elsewhere) { oid ... on Commit { ${WORKFLOWS} ${contextsOf(null)} } }
    pullRequest(number: $number) {
      number
      title
      body
      changedFiles
      mergedAt
      isMergeQueueEnabled
      headRefName
      headRefOid
      baseRefName
      author { ${ACTOR} }
      headRepository { databaseId name owner { login } }
      headRef { associatedPullRequests(first: $page, states: [OPEN, CLOSED, MERGED]) { ${TWINS} } }
      baseRef { name refUpdateRule { requiredApprovingReviewCount blocksCreations } target { oid ... on Commit { ${PROOFRAIL_FOLDER} ${WORKFLOWS} } } }
      potentialMergeCommit { oid }
      labels(first: $page) { totalCount nodes { name } }
      judged: commits(last: 1) { nodes { commit { oid ${WORKFLOWS} ${contextsOf(null)} } } }
      ${FIRST_PAGES}
    }
  }
}`;
