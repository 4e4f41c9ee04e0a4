import { reads } from '../../permissions/scopes.ts';
import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import { findCommit } from '../../state/find-commit.ts';
import { stateOf } from '../../state/pull-request.ts';
import { fullName, type Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { graphError, requireScopes, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { gitObjectNode } from './git-object-node.ts';
import { ownerNode } from './owner-node.ts';
import { mergeQueueNode } from './merge-queue-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { refNode } from './ref-node.ts';
import { rulesetNode } from './rule-node.ts';

export interface RepositoryNode {
  readonly __typename: 'Repository';
  readonly databaseId: number;
  readonly [field: string]: unknown;
}

export function repositoryNode(view: GraphView, repository: Repository): RepositoryNode {
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: () => ownerNode(view, repository),
    url: repositoryHtml(repository),
    visibility: repository.visibility.toUpperCase(),
    isPrivate: repository.visibility !== 'public',
    isFork: repository.parent !== null,
    isArchived: false,
    parent: () => (repository.parent === null ? null : repositoryNode(view, view.scenario.repository(repository.parent))),
    defaultBranchRef: () => refNode(view, repository, repository.defaultBranch),
    ref: ({ qualifiedName }: Arguments) => refNode(view, repository, String(qualifiedName).replace(/^refs\/heads\//, '')),
    object: (args: Arguments) => {
      requireScopes(view, repository, reads('contents'));
      return objectNamed(view, repository, args);
    },
    pullRequest: ({ number }: Arguments) => {
      requireScopes(view, repository, reads('pull-requests'));
      const pull = repository.pullRequests.get(Number(number));
      if (pull === undefined)
        throw graphError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${String(number)}.`);
      return pullRequestNode(view, repository, pull);
    },
    pullRequests: (args: Arguments) => {
      requireScopes(view, repository, reads('pull-requests'));
      const { states, baseRefName, headRefName } = args;
      const wanted = [...repository.pullRequests.values()].filter(
        (pull) =>
          (!Array.isArray(states) || states.includes(stateOf(pull))) &&
          (typeof baseRefName !== 'string' || pull.base.branch === baseRefName) &&
          (typeof headRefName !== 'string' || pull.head.branch === headRefName),
      );
      return connection('pullRequests', args, wanted, (pull) => pullRequestNode(view, repository, pull));
    },
    mergeQueue: ({ branch }: Arguments) => mergeQueueNode(view, repository, String(branch ?? repository.defaultBranch)),
    rulesets: (args: Arguments) =>
      connection('rulesets', args, repository.rulesets, (ruleset) => rulesetNode(view, repository, ruleset)),
  };
}

/** By id, or by an expression like `main:folder/file`. */
function objectNamed(view: GraphView, repository: Repository, { oid, expression }: Arguments) {
  const { git } = view.scenario;
  if (typeof oid === 'string') return git.find(oid) === undefined ? null : gitObjectNode(view, repository, oid);
  if (typeof expression !== 'string') return null;
  const colon = expression.indexOf(':');
  const left = colon < 0 ? expression : expression.slice(0, colon);
  const commit = findCommit(view.scenario, repository, left);
  if (colon < 0) return commit === undefined ? null : gitObjectNode(view, repository, commit);
  const tree = commit === undefined ? left : git.commit(commit).tree;
  const entry = git.find(tree)?.kind === 'tree' ? git.entryAt(tree, expression.slice(colon + 1)) : undefined;
  return entry === undefined || entry.mode === '160000' ? null : gitObjectNode(view, repository, entry.oid);
}
