import type { Commit, CommitSignature } from '../state/commit.ts';
import type { GitFile } from '../state/git-tree.ts';
import type { Person } from '../state/person.ts';
import type { Scenario } from '../state/scenario.ts';

/** New content by path; null takes the file away. A string or bytes are an ordinary file. */
export type FileChanges = Readonly<Record<string, string | Buffer | GitFile | null>>;

export interface NewCommit {
  readonly files: FileChanges;
  readonly parents: readonly string[];
  readonly author: Person;
  /** Whoever the commit says made it, if not the author. */
  readonly committer?: Person;
  readonly message?: string;
  readonly signature?: CommitSignature | null;
  /** What the commit claims where that is not the address of the author: nobody checks it. */
  readonly authorEmail?: string;
}

export function commitFiles(scenario: Scenario, change: NewCommit): Commit {
  const [first] = change.parents;
  const files = new Map(first === undefined ? [] : scenario.git.filesOf(scenario.git.commit(first).tree));
  for (const [path, content] of Object.entries(change.files)) {
    if (content === null) files.delete(path);
    else files.set(path, asFile(content));
  }
  const date = scenario.later();
  const identity = (person: Person, email = person.emails[0] ?? '') => ({ name: person.login, email, date });
  return scenario.git.write(files, {
    parents: change.parents,
    author: identity(change.author, change.authorEmail),
    committer: identity(change.committer ?? change.author),
    message: change.message ?? `change ${Object.keys(change.files).join(', ')}`,
    signature: change.signature ?? null,
  });
}

function asFile(content: string | Buffer | GitFile): GitFile {
  if (typeof content === 'string') return { mode: '100644', content: Buffer.from(content) };
  return Buffer.isBuffer(content) ? { mode: '100644', content } : content;
}
