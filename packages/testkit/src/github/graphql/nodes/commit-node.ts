import { reads } from '../../permissions/scopes.ts';
import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { authorsOf } from '../../state/co-authors.ts';
import type { Commit, CommitIdentity } from '../../state/commit.ts';
import { pullRequestsOf } from '../../state/pull-requests-of.ts';
import type { Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import { requireScopes, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { gitObjectNode, treeEntryNode } from './git-object-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { rollupNode } from './rollup-node.ts';
import { instant } from '../../rest/instant.ts';

export function commitNode(view: GraphView, repository: Repository, commit: Commit) {
  const [headline = '', ...rest] = commit.message.split('\n');
  const { git } = view.scenario;
  return {
    __typename: 'Commit',
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    url: `${repositoryHtml(repository)}/commit/${commit.oid}`,
    authoredDate: instant(commit.author.date),
    committedDate: instant(commit.committer.date),
    author: () => gitActor(view, commit.author),
    committer: () => gitActor(view, commit.committer),
    authors: (args: Arguments) => connection('authors', args, authorsOf(commit), (identity) => gitActor(view, identity)),
    parents: (args: Arguments) => connection('parents', args, commit.parents, (oid) => gitObjectNode(view, repository, oid)),
    history: (args: Arguments) =>
      connection('history', args, git.history(commit.oid), ({ oid }) => gitObjectNode(view, repository, oid)),
    tree: () => {
      requireScopes(view, repository, reads('contents'));
      return gitObjectNode(view, repository, commit.tree);
    },
    file: ({ path }: Arguments) => {
      requireScopes(view, repository, reads('contents'));
      const entry = git.entryAt(commit.tree, String(path));
      return entry === undefined ? null : treeEntryNode(view, repository, entry, String(path));
    },
    signature: () => signatureNode(view, commit),
    associatedPullRequests: (args: Arguments) => {
      requireScopes(view, repository, reads('pull-requests'));
      const pulls = pullRequestsOf(view.scenario, repository, commit.oid);
      return connection('associatedPullRequests', args, pulls, (pull) => pullRequestNode(view, repository, pull));
    },
    statusCheckRollup: () => {
      requireScopes(view, repository, reads('checks'), reads('statuses'));
      return rollupNode(view, repository, commit.oid);
    },
  };
}

/** `user` is whoever registered the address: a claim, since anybody can type an address into a commit. */
function gitActor(view: GraphView, identity: CommitIdentity) {
  const person = view.scenario.personByEmail(identity.email);
  return {
    name: identity.name,
    email: identity.email,
    date: instant(identity.date),
    // A bot is no User: GitHub has nothing to say here.
    user: person?.kind === 'User' ? actorNode(view, person.id) : null,
  };
}

function signatureNode(view: GraphView, commit: Commit) {
  const { signature } = commit;
  if (signature === null) return null;
  return {
    __typename: 'SshSignature',
    isValid: signature.state === 'VALID',
    state: signature.state,
    email: commit.committer.email,
    payload: `tree ${commit.tree}`,
    signature: '-----BEGIN SSH SIGNATURE-----',
    signer: actorNode(view, signature.signer),
    wasSignedByGitHub: signature.byGitHub,
    verifiedAt: signature.state === 'VALID' ? instant(commit.committer.date) : null,
  };
}
