import { gitObjectId } from './git-object.ts';

/** Who a commit says made it: a claim that anybody can type. */
export interface CommitIdentity {
  readonly name: string;
  readonly email: string;
  readonly date: Date;
}

export type SignatureState = 'VALID' | 'INVALID' | 'UNSIGNED' | 'UNKNOWN_KEY' | 'BAD_EMAIL';

export interface CommitSignature {
  readonly state: SignatureState;
  /** Id of the account whose key it is. */
  readonly signer: number | null;
  readonly byGitHub: boolean;
}

export interface CommitContent {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: CommitIdentity;
  readonly committer: CommitIdentity;
  readonly message: string;
  readonly signature: CommitSignature | null;
}

export interface Commit extends CommitContent {
  readonly oid: string;
}

export function gitCommit(content: CommitContent): Commit {
  const identity = ({ name, email, date }: CommitIdentity): string =>
    `${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0000`;
  const lines = [
    `tree ${content.tree}`,
    ...content.parents.map((parent) => `parent ${parent}`),
    `author ${identity(content.author)}`,
    `committer ${identity(content.committer)}`,
    '',
    content.message,
  ];
  return { ...content, oid: gitObjectId('commit', Buffer.from(lines.join('\n'))) };
}
