import { reads } from '../permissions/scopes.ts';
import { findCommit } from '../state/find-commit.ts';
import type { GitTreeEntry } from '../state/git-tree.ts';
import { notFound, ok, refusal } from './rest-answer.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { repositoryHtml, repositoryUrl } from './shapes/repository-shape.ts';

export const contentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/contents/{path}',
    needs: [reads('contents')],
    answer: (request) => {
      const { git } = request.view.scenario;
      const path = request.parameters['path'] ?? '';
      const ref = request.query.get('ref') ?? 'HEAD';
      const commit = findCommit(request.view.scenario, request.repository, ref);
      if (commit === undefined) return refusal(404, `No commit found for the ref ${ref}`);
      const entry = git.entryAt(git.commit(commit).tree, path);
      if (entry === undefined) return notFound();
      const folder = git.find(entry.oid);
      if (folder?.kind !== 'tree') return ok(fileShape(request, commit, path, entry));
      return ok(folder.tree.entries.map((inside) => listed(request, commit, `${path}/${inside.name}`, inside)));
    },
  },
];

const TYPES = { '040000': 'dir', '100644': 'file', '100755': 'file', '120000': 'symlink', '160000': 'submodule' } as const;

function listed({ view, repository }: RestRequest, commit: string, path: string, entry: GitTreeEntry) {
  const object = view.scenario.git.find(entry.oid);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${repositoryUrl(view, repository)}/contents/${encoded}?ref=${commit}`;
  const git = `${repositoryUrl(view, repository)}/git/${entry.mode === '040000' ? 'trees' : 'blobs'}/${entry.oid}`;
  const html = `${repositoryHtml(repository)}/blob/${commit}/${encoded}`;
  return {
    type: TYPES[entry.mode],
    size: object?.kind === 'blob' ? object.bytes.length : 0,
    name: entry.name,
    path,
    sha: entry.oid,
    url,
    git_url: git,
    html_url: html,
    download_url: null,
    _links: { self: url, git, html },
  };
}

/** GitHub follows a link that stays inside and shows the other file: this fake only ever shows the link. */
function fileShape(request: RestRequest, commit: string, path: string, entry: GitTreeEntry) {
  const common = listed(request, commit, path, entry);
  const object = request.view.scenario.git.find(entry.oid);
  const bytes = object?.kind === 'blob' ? object.bytes : Buffer.alloc(0);
  if (entry.mode === '120000') return { ...common, target: bytes.toString('utf8') };
  if (entry.mode === '160000') return { ...common, submodule_git_url: `https://github.com/${entry.name}.git` };
  return { ...common, encoding: 'base64', content: bytes.toString('base64') };
}
