import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import type { GitTreeEntry } from '../../state/git-tree.ts';
import { fullName, type Repository } from '../../state/repository.ts';
import type { GraphView } from '../graph-view.ts';
import { commitNode } from './commit-node.ts';
import { repositoryNode } from './repository-node.ts';

export function gitObjectNode(view: GraphView, repository: Repository, oid: string): object {
  const object = view.scenario.git.find(oid);
  if (object === undefined) throw new Error(`the scenario has no object ${oid}`);
  const common = {
    id: nodeId('GitObject', oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    repository: () => repositoryNode(view, repository),
    commitUrl: `${repositoryHtml(repository)}/commit/${oid}`,
    commitResourcePath: `/${fullName(repository)}/commit/${oid}`,
  };
  switch (object.kind) {
    case 'commit':
      return { ...common, ...commitNode(view, repository, object.commit) };
    case 'tree':
      return {
        ...common,
        __typename: 'Tree',
        entries: () => object.tree.entries.map((entry) => treeEntryNode(view, repository, entry, entry.name)),
      };
    case 'blob':
      return { ...common, __typename: 'Blob', ...blobFields(view, object.bytes) };
  }
}

/** GitHub looks for a zero byte to call it binary, and cuts long text: what it cut is not the file. */
function blobFields(view: GraphView, bytes: Buffer) {
  const isBinary = bytes.includes(0);
  const limit = view.scenario.caps.blobTextBytes;
  return {
    byteSize: bytes.length,
    isBinary,
    isTruncated: !isBinary && bytes.length > limit,
    text: isBinary ? null : bytes.subarray(0, limit).toString('utf8'),
  };
}

export function treeEntryNode(view: GraphView, repository: Repository, entry: GitTreeEntry, path: string) {
  const object = view.scenario.git.find(entry.oid);
  const type = entry.mode === '160000' ? 'commit' : entry.mode === '040000' ? 'tree' : 'blob';
  return {
    __typename: 'TreeEntry',
    name: entry.name,
    nameRaw: Buffer.from(entry.name).toString('base64'),
    path,
    pathRaw: Buffer.from(path).toString('base64'),
    oid: entry.oid,
    mode: Number.parseInt(entry.mode, 8),
    type,
    size: object?.kind === 'blob' ? object.bytes.length : 0,
    repository: () => repositoryNode(view, repository),
    object: () => (type === 'commit' || object === undefined ? null : gitObjectNode(view, repository, entry.oid)),
  };
}
