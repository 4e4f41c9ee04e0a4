import { reads } from '../permissions/scopes.ts';
import type { GitTreeEntry } from '../state/git-tree.ts';
import { notFound, ok } from './rest-answer.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { gitCommitShape } from './shapes/commit-shape.ts';
import { repositoryUrl } from './shapes/repository-shape.ts';
import { nodeId } from './view.ts';

const needs = [reads('contents')];
const GIT = '/repos/{owner}/{repo}/git';

export const gitRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: `${GIT}/blobs/{file_sha}`,
    needs,
    answer: (request) => {
      const object = request.view.scenario.git.find(request.parameters['file_sha'] ?? '');
      if (object?.kind !== 'blob') return notFound();
      return ok({
        content: object.bytes.toString('base64'),
        encoding: 'base64',
        url: gitUrl(request, 'blobs', object.oid),
        sha: object.oid,
        size: object.bytes.length,
        node_id: nodeId('Blob', object.oid),
      });
    },
  },
  {
    method: 'GET',
    template: `${GIT}/trees/{tree_sha}`,
    needs,
    answer: (request) => {
      const { git, caps } = request.view.scenario;
      const asked = git.find(request.parameters['tree_sha'] ?? '');
      const object = asked?.kind === 'commit' ? git.find(asked.commit.tree) : asked;
      if (object?.kind !== 'tree') return notFound();
      const deep = request.query.get('recursive') !== null;
      const entries = [...entriesBelow(request, object.oid, '', deep)];
      return ok({
        sha: object.oid,
        url: gitUrl(request, 'trees', object.oid),
        tree: entries.slice(0, caps.treeEntries).map(({ path, entry }) => entryShape(request, path, entry)),
        truncated: entries.length > caps.treeEntries,
      });
    },
  },
  {
    method: 'GET',
    template: `${GIT}/commits/{commit_sha}`,
    needs,
    answer: (request) => {
      const object = request.view.scenario.git.find(request.parameters['commit_sha'] ?? '');
      return object?.kind === 'commit' ? ok(gitCommitShape(request.view, request.repository, object.commit)) : notFound();
    },
  },
  {
    method: 'GET',
    template: `${GIT}/ref/{ref}`,
    needs,
    answer: (request) => {
      const [kind, ...rest] = (request.parameters['ref'] ?? '').split('/');
      const name = rest.join('/');
      const { branches, tags } = request.repository;
      const oid = kind === 'heads' ? branches.get(name) : kind === 'tags' ? tags.get(name) : undefined;
      if (oid === undefined) return notFound();
      return ok({
        ref: `refs/${kind ?? ''}/${name}`,
        node_id: nodeId('Ref', `${request.repository.id}:${name}`),
        url: gitUrl(request, 'refs', `${kind ?? ''}/${name}`),
        object: { type: 'commit', sha: oid, url: gitUrl(request, 'commits', oid) },
      });
    },
  },
];

const gitUrl = ({ view, repository }: RestRequest, kind: string, rest: string): string =>
  `${repositoryUrl(view, repository)}/git/${kind}/${rest}`;

function* entriesBelow(
  request: RestRequest,
  tree: string,
  folder: string,
  deep: boolean,
): Generator<{ readonly path: string; readonly entry: GitTreeEntry }> {
  const object = request.view.scenario.git.find(tree);
  if (object?.kind !== 'tree') return;
  for (const entry of object.tree.entries) {
    const path = `${folder}${entry.name}`;
    yield { path, entry };
    if (deep && entry.mode === '040000') yield* entriesBelow(request, entry.oid, `${path}/`, deep);
  }
}

function entryShape(request: RestRequest, path: string, entry: GitTreeEntry) {
  const common = { path, mode: entry.mode, sha: entry.oid };
  if (entry.mode === '160000') return { ...common, type: 'commit' };
  if (entry.mode === '040000') return { ...common, type: 'tree', url: gitUrl(request, 'trees', entry.oid) };
  const object = request.view.scenario.git.find(entry.oid);
  const size = object?.kind === 'blob' ? object.bytes.length : 0;
  return { ...common, type: 'blob', size, url: gitUrl(request, 'blobs', entry.oid) };
}
