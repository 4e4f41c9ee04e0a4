import { gitObjectId } from './git-object.ts';

export type FileMode = '100644' | '100755' | '120000' | '160000';

/** One file of a commit. For a symbolic link the content is its target, for a submodule the commit it names. */
export interface GitFile {
  readonly mode: FileMode;
  readonly content: Buffer;
}

export interface GitTreeEntry {
  readonly name: string;
  readonly mode: FileMode | '040000';
  readonly oid: string;
}

export interface GitTree {
  readonly oid: string;
  readonly entries: readonly GitTreeEntry[];
}

/** Git sorts a folder as if its name ended in a slash. */
const sortKey = (entry: GitTreeEntry): Buffer => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name);

export function gitTree(entries: readonly GitTreeEntry[]): GitTree {
  const sorted = [...entries].sort((one, other) => Buffer.compare(sortKey(one), sortKey(other)));
  const bytes = sorted.flatMap((entry) => [
    Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`),
    Buffer.from(entry.oid, 'hex'),
  ]);
  return { oid: gitObjectId('tree', Buffer.concat(bytes)), entries: sorted };
}
