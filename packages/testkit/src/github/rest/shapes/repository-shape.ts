import { fullName, type Repository } from '../../state/repository.ts';
import { HTML, nodeId, type View } from '../view.ts';
import { accountShape } from './account-shape.ts';
import { instant } from '../instant.ts';

const LINKS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

export const repositoryUrl = (view: View, repository: Repository): string => `${view.api}/repos/${fullName(repository)}`;

export const repositoryHtml = (repository: Repository): string => `${HTML}/${fullName(repository)}`;

export function minimalRepositoryShape(view: View, repository: Repository) {
  const url = repositoryUrl(view, repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    owner: accountShape(view, ownerOf(view, repository)),
    private: repository.visibility !== 'public',
    visibility: repository.visibility,
    html_url: repositoryHtml(repository),
    description: null,
    fork: repository.parent !== null,
    url,
    ...Object.fromEntries(Object.entries(LINKS).map(([name, path]) => [name, `${url}${path}`])),
  };
}

export function repositoryShape(view: View, repository: Repository) {
  const html = repositoryHtml(repository);
  const open = [...repository.pullRequests.values()].filter((pull) => pull.closed === null).length;
  const at = instant(repository.createdAt);
  return {
    ...minimalRepositoryShape(view, repository),
    git_url: `git://github.com/${fullName(repository)}.git`,
    ssh_url: `git@github.com:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 1,
    default_branch: repository.defaultBranch,
    open_issues_count: open,
    open_issues: open,
    has_issues: true,
    has_downloads: false,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: instant(repository.pushes.at(-1)?.at ?? repository.createdAt),
    created_at: at,
    updated_at: at,
    license: null,
  };
}

export function fullRepositoryShape(view: View, repository: Repository) {
  return { ...repositoryShape(view, repository), subscribers_count: 0, network_count: 0 };
}

export function ownerOf(view: View, repository: Repository) {
  const owner = [...view.scenario.people.values()].find((person) => person.login === repository.owner);
  if (owner === undefined) throw new Error(`the scenario has no account ${repository.owner}`);
  return owner;
}
