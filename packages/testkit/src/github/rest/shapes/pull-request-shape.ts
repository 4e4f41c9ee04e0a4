import { changedFiles } from '../../state/changed-files.ts';
import type { PullRequest } from '../../state/pull-request.ts';
import { associationOf } from '../../state/association.ts';
import type { Repository } from '../../state/repository.ts';
import { nodeId, type View } from '../view.ts';
import { accountById, accountShape, GHOST } from './account-shape.ts';
import { ownerOf, repositoryHtml, repositoryShape, repositoryUrl } from './repository-shape.ts';
import { instant } from '../instant.ts';

/** As lists of pull requests have it. */
export function simplePullRequestShape(view: View, repository: Repository, pull: PullRequest) {
  const url = `${repositoryUrl(view, repository)}/pulls/${pull.number}`;
  const issue = `${repositoryUrl(view, repository)}/issues/${pull.number}`;
  const html = `${repositoryHtml(repository)}/pull/${pull.number}`;
  const statuses = `${repositoryUrl(view, repository)}/statuses/${pull.head.commit}`;
  const fork = pull.head.repository === null ? null : view.scenario.repository(pull.head.repository);
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(view, repository)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number: pull.number,
    state: pull.closed === null ? 'open' : 'closed',
    locked: false,
    title: pull.title,
    user: accountShape(view, view.scenario.people.get(pull.author ?? -1) ?? GHOST),
    body: pull.body,
    labels: pull.labels.map((name, index) => ({
      id: pull.id + index,
      node_id: nodeId('Label', name),
      url: `${repositoryUrl(view, repository)}/labels/${encodeURIComponent(name)}`,
      name,
      description: '',
      color: 'ededed',
      default: false,
    })),
    milestone: null,
    created_at: instant(pull.createdAt),
    updated_at: instant(pull.updatedAt),
    closed_at: instant(pull.closed),
    merged_at: instant(pull.merged?.at),
    merge_commit_sha: pull.merged?.commit ?? pull.testMerge,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    draft: pull.draft,
    head: side(view, fork, pull.head.branch, pull.head.commit),
    base: side(view, repository, pull.base.branch, pull.base.seen),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repositoryUrl(view, repository)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: associationOf(repository, pull.author),
    auto_merge:
      pull.autoMerge === null
        ? null
        : {
            enabled_by: accountById(view, pull.autoMerge.by),
            merge_method: 'squash',
            commit_title: pull.title,
            commit_message: '',
          },
  };
}

export function pullRequestShape(view: View, repository: Repository, pull: PullRequest) {
  const { git } = view.scenario;
  const files = changedFiles(git, pull.base.seen, pull.head.commit);
  const commits = git.between(pull.base.seen, pull.head.commit).length;
  return {
    ...simplePullRequestShape(view, repository, pull),
    merged: pull.merged !== null,
    mergeable: pull.closed === null ? true : null,
    mergeable_state: 'unknown',
    merged_by: accountById(view, pull.merged?.by ?? null),
    comments: pull.comments.length,
    review_comments: pull.threads.reduce((sum, thread) => sum + thread.comments.length, 0),
    maintainer_can_modify: pull.maintainerCanModify,
    commits,
    additions: files.length,
    deletions: 0,
    changed_files: files.length,
  };
}

export function minimalPullRequestShape(view: View, repository: Repository, pull: PullRequest) {
  const small = (of: Repository) => ({ id: of.id, name: of.name, url: repositoryUrl(view, of) });
  const source = pull.head.repository === null ? repository : view.scenario.repository(pull.head.repository);
  return {
    id: pull.id,
    number: pull.number,
    url: `${repositoryUrl(view, repository)}/pulls/${pull.number}`,
    head: { ref: pull.head.branch, sha: pull.head.commit, repo: small(source) },
    base: { ref: pull.base.branch, sha: pull.base.seen, repo: small(repository) },
  };
}

function side(view: View, repository: Repository | null, branch: string, commit: string) {
  if (repository === null)
    return { label: `unknown:${branch}`, ref: branch, sha: commit, user: accountShape(view, GHOST), repo: null };
  return {
    label: `${repository.owner}:${branch}`,
    ref: branch,
    sha: commit,
    user: accountShape(view, ownerOf(view, repository)),
    repo: repositoryShape(view, repository),
  };
}
