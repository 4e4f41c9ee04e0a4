import { reads } from '../../permissions/scopes.ts';
import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import { associationOf } from '../../state/association.ts';
import { changedFiles } from '../../state/changed-files.ts';
import { stateOf, type PullRequest } from '../../state/pull-request.ts';
import { hasMergeQueue } from '../../state/rules.ts';
import { opinionatedReviews, reviewDecision } from '../../state/review-decision.ts';
import { fullName, type Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { requireScopes, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { commentNode } from './comment-node.ts';
import { gitObjectNode } from './git-object-node.ts';
import { issueNode } from './issue-node.ts';
import { ownerNode } from './owner-node.ts';
import { queueEntryNode } from './queue-entry-node.ts';
import { refNode } from './ref-node.ts';
import { repositoryNode } from './repository-node.ts';
import { reviewNode } from './review-node.ts';
import { rollupNode } from './rollup-node.ts';
import { threadNode } from './thread-node.ts';
import { timelineNodes } from './timeline-node.ts';
import { instant } from '../../rest/instant.ts';

const CHANGE = { added: 'ADDED', removed: 'DELETED', modified: 'MODIFIED', renamed: 'RENAMED' } as const;

export function pullRequestNode(view: GraphView, repository: Repository, pull: PullRequest): object {
  const { git } = view.scenario;
  const source = pull.head.repository === null ? null : view.scenario.repository(pull.head.repository);
  const queued = repository.queue.find((group) => group.entries.some((entry) => entry.number === pull.number));
  return {
    __typename: 'PullRequest',
    ...plainFields(repository, pull),
    repository: () => repositoryNode(view, repository),
    author: () => actorNode(view, pull.author),
    baseRef: () => refNode(view, repository, pull.base.branch),
    baseRepository: () => repositoryNode(view, repository),
    headRef: () => (source === null ? null : refNode(view, source, pull.head.branch)),
    headRepository: () => (source === null ? null : repositoryNode(view, source)),
    headRepositoryOwner: () => (source === null ? null : ownerNode(view, source)),
    mergedBy: () => actorNode(view, pull.merged?.by ?? null),
    mergeCommit: () => (pull.merged === null ? null : gitObjectNode(view, repository, pull.merged.commit)),
    potentialMergeCommit: () => (pull.testMerge === null ? null : gitObjectNode(view, repository, pull.testMerge)),
    autoMergeRequest: () =>
      pull.autoMerge && {
        enabledAt: instant(pull.autoMerge.at),
        enabledBy: actorNode(view, pull.autoMerge.by),
        mergeMethod: 'SQUASH',
      },
    isInMergeQueue: queued !== undefined,
    isMergeQueueEnabled: hasMergeQueue(repository.rulesets, pull.base.branch, repository.defaultBranch),
    mergeQueueEntry: () => (queued === undefined ? null : queueEntryNode(view, repository, queued, pull.number)),
    reviewDecision: reviewDecision(repository, pull),
    reviews: (args: Arguments) => {
      const states = args['states'];
      const wanted = pull.reviews.filter(({ state }) => !Array.isArray(states) || states.includes(state));
      return connection('reviews', args, wanted, (review) => reviewNode(view, repository, review));
    },
    latestOpinionatedReviews: (args: Arguments) => {
      const latest = opinionatedReviews(repository, pull, args['writersOnly'] === true);
      return connection('latestOpinionatedReviews', args, latest, (review) => reviewNode(view, repository, review));
    },
    comments: (args: Arguments) => connection('comments', args, pull.comments, (comment) => commentNode(view, comment)),
    reviewThreads: (args: Arguments) =>
      connection('reviewThreads', args, pull.threads, (thread) => threadNode(view, repository, thread)),
    commits: (args: Arguments) =>
      connection('commits', args, git.between(pull.base.seen, pull.head.commit), ({ oid }) => ({
        __typename: 'PullRequestCommit',
        id: nodeId('PullRequestCommit', `${pull.id}:${oid}`),
        commit: () => gitObjectNode(view, repository, oid),
      })),
    changedFiles: () => changedFiles(git, pull.base.seen, pull.head.commit).length,
    // No path before a rename: only REST has it (gate.md 1.1).
    files: (args: Arguments) =>
      connection('files', args, changedFiles(git, pull.base.seen, pull.head.commit), (file) => ({
        path: file.path,
        changeType: CHANGE[file.status],
        additions: 1,
        deletions: 0,
      })),
    closingIssuesReferences: (args: Arguments) => {
      requireScopes(view, repository, reads('issues'));
      return connection('closingIssuesReferences', args, pull.closes, (issue) => issueNode(view, issue));
    },
    timelineItems: (args: Arguments) => timelineNodes(view, repository, pull, args),
    statusCheckRollup: () => {
      requireScopes(view, repository, reads('checks'), reads('statuses'));
      return rollupNode(view, repository, pull.head.commit);
    },
  };
}

function plainFields(repository: Repository, pull: PullRequest) {
  return {
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body,
    bodyText: pull.body,
    url: `${repositoryHtml(repository)}/pull/${pull.number}`,
    resourcePath: `/${fullName(repository)}/pull/${pull.number}`,
    state: stateOf(pull),
    closed: pull.closed !== null,
    closedAt: instant(pull.closed),
    merged: pull.merged !== null,
    mergedAt: instant(pull.merged?.at),
    isDraft: pull.draft,
    locked: false,
    createdAt: instant(pull.createdAt),
    updatedAt: instant(pull.updatedAt),
    authorAssociation: associationOf(repository, pull.author),
    baseRefName: pull.base.branch,
    baseRefOid: pull.base.seen,
    headRefName: pull.head.branch,
    headRefOid: pull.head.commit,
    isCrossRepository: pull.head.repository !== repository.id,
    maintainerCanModify: pull.maintainerCanModify,
    mergeable: 'UNKNOWN',
    labels: (args: Arguments) =>
      connection('labels', args, pull.labels, (name) => ({ __typename: 'Label', id: nodeId('Label', name), name })),
  };
}
