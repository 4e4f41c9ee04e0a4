import { gitCommit, type Commit, type CommitContent } from './commit.ts';
import { gitObjectId } from './git-object.ts';
import { gitTree, type GitFile, type GitTree, type GitTreeEntry } from './git-tree.ts';

export type GitObject =
  | { readonly kind: 'blob'; readonly oid: string; readonly bytes: Buffer }
  | { readonly kind: 'tree'; readonly oid: string; readonly tree: GitTree }
  | { readonly kind: 'commit'; readonly oid: string; readonly commit: Commit };

/**
 * The objects of one fork network. GitHub keeps them in one place, so a commit that only a fork has answers under the parent's
 * name, too (gate.md row 57): the fake shares them in the same way.
 */
export class GitDatabase {
  readonly #objects = new Map<string, GitObject>();
  readonly #files = new Map<string, ReadonlyMap<string, GitFile>>();

  find(oid: string): GitObject | undefined {
    return this.#objects.get(oid);
  }

  commit(oid: string): Commit {
    const object = this.find(oid);
    if (object?.kind !== 'commit') throw new Error(`the scenario has no commit ${oid}`);
    return object.commit;
  }

  /** Every file of a tree by its path. */
  filesOf(tree: string): ReadonlyMap<string, GitFile> {
    const files = this.#files.get(tree);
    if (files === undefined) throw new Error(`the scenario has no tree ${tree}`);
    return files;
  }

  write(files: ReadonlyMap<string, GitFile>, content: Omit<CommitContent, 'tree'>): Commit {
    const commit = gitCommit({ ...content, tree: this.writeTree(files) });
    this.#objects.set(commit.oid, { kind: 'commit', oid: commit.oid, commit });
    return commit;
  }

  writeBlob(bytes: Buffer): string {
    const oid = gitObjectId('blob', bytes);
    this.#objects.set(oid, { kind: 'blob', oid, bytes });
    return oid;
  }

  writeTree(files: ReadonlyMap<string, GitFile>): string {
    const here: GitTreeEntry[] = [];
    const folders = new Map<string, Map<string, GitFile>>();
    for (const [path, file] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) here.push({ name: path, mode: file.mode, oid: this.#writeFile(file) });
      else {
        const folder = folders.get(path.slice(0, slash)) ?? new Map<string, GitFile>();
        folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), file));
      }
    }
    for (const [name, inside] of folders) here.push({ name, mode: '040000', oid: this.writeTree(inside) });
    const tree = gitTree(here);
    this.#objects.set(tree.oid, { kind: 'tree', oid: tree.oid, tree });
    this.#files.set(tree.oid, files);
    return tree.oid;
  }

  #writeFile(file: GitFile): string {
    return file.mode === '160000' ? file.content.toString('utf8') : this.writeBlob(file.content);
  }

  /** The entry at a path below a tree; the tree itself for the empty path. */
  entryAt(tree: string, path: string): GitTreeEntry | undefined {
    let found: GitTreeEntry = { name: '', mode: '040000', oid: tree };
    for (const part of path.split('/').filter((piece) => piece !== '')) {
      const folder = this.find(found.oid);
      const next = folder?.kind === 'tree' ? folder.tree.entries.find((entry) => entry.name === part) : undefined;
      if (next === undefined) return undefined;
      found = next;
    }
    return found;
  }

  /** A commit and everything before it, newest first. */
  history(oid: string): Commit[] {
    const seen = new Set<string>();
    const waiting = [oid];
    const found: Commit[] = [];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const commit = this.commit(next);
      found.push(commit);
      waiting.push(...commit.parents);
    }
    return found;
  }

  /** What `head` has and `base` has not, oldest first. */
  between(base: string, head: string): Commit[] {
    const known = new Set(this.history(base).map((commit) => commit.oid));
    return this.history(head)
      .filter((commit) => !known.has(commit.oid))
      .reverse();
  }

  mergeBase(one: string, other: string): string | undefined {
    const known = new Set(this.history(one).map((commit) => commit.oid));
    return this.history(other).find((commit) => known.has(commit.oid))?.oid;
  }
}
