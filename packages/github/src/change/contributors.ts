import type { Fact, FactsDocument } from '@proofrail/core/context';
import { compareText, NOBODY } from './account.ts';
import type { CommitNode } from './commits.ts';

type Account = FactsDocument['accounts'][number];
type Commit = CommitNode['commit'];

export interface Hands {
  readonly opener: Account;
  readonly commits: Fact<readonly CommitNode[]>;
  /** Who pushed to the branch, by what GitHub itself noted. */
  readonly pushers: Fact<readonly Account[]>;
  /** Who set off a change that a machine opened; nobody where a person did. */
  readonly instigators: Fact<readonly Account[]>;
}

export interface Contributors {
  readonly fact: FactsDocument['contributors'];
  readonly accounts: readonly Account[];
}

/**
 * Everybody whose hand is in the change (gate.md rows 7 to 9). What a commit says of its author is a claim: GitHub's own list of
 * authors, which knows co-authors too, says which accounts it stands for, and who has none is counted as unidentified. No trailer
 * is read here.
 */
export function contributorsOf({ opener, commits, pushers, instigators }: Hands): Contributors {
  const unreadable = (fact: Extract<Fact<never>, { known: false }>): Contributors => ({ fact, accounts: [opener] });
  if (!commits.known) return unreadable(commits);
  if (!pushers.known) return unreadable(pushers);
  if (!instigators.known) return unreadable(instigators);
  const all = commits.value.map(({ commit }) => commit);
  if (all.length === 0) return unreadable({ known: false, why: 'absent' });
  if (all.some(({ authors }) => authors.totalCount !== authors.nodes.length))
    return unreadable({ known: false, why: 'truncated' });
  const hands = [
    ...all.flatMap(handsIn),
    ...[opener, ...pushers.value].map((account) => ({ account, name: 'a deleted account' })),
    ...instigators.value.map((account) => ({ account, name: 'whoever set it off' })),
  ];
  const accounts = hands.map(({ account }) => account).filter(({ id }) => id !== NOBODY);
  const people = [...new Set(accounts.map(({ id }) => id))].sort(compareText);
  const unidentified = new Set(hands.filter(({ account }) => account.id === NOBODY).map(({ name }) => name)).size;
  return { fact: { known: true, value: { people, unidentified, total: people.length + unidentified } }, accounts };
}

interface Hand {
  readonly account: Account;
  /** Tells one unidentified hand from another. */
  readonly name: string;
}

function handsIn(commit: Commit): Hand[] {
  const hands = commit.authors.nodes.map(({ user, email }) => ({ account: accountOf(user), name: `author ${email ?? ''}` }));
  const { committer, signature } = commit;
  if (!isGitHubItself(commit))
    hands.push({ account: accountOf(committer?.user ?? null), name: `committer ${committer?.email ?? ''}` });
  if (signature?.isValid === true && signature.signer !== null && !signature.wasSignedByGitHub)
    hands.push({ account: accountOf(signature.signer), name: 'signer' });
  return hands;
}

/** Commits made on the website are committed by GitHub: its signature says so, where its name alone would prove nothing. */
function isGitHubItself({ committer, signature }: Commit): boolean {
  if (signature?.isValid !== true || !signature.wasSignedByGitHub) return false;
  return committer?.user?.login === 'web-flow' || (committer?.user === null && committer.email === 'noreply@github.com');
}

function accountOf(user: { __typename: string; databaseId: string | null } | null): Account {
  if (user === null || user.databaseId === null) return { id: NOBODY, kind: 'unknown' };
  return { id: user.databaseId, kind: user.__typename === 'User' ? 'human' : 'bot' };
}
