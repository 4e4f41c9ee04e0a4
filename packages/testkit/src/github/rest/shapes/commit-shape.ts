import type { Commit, CommitIdentity } from '../../state/commit.ts';
import type { Repository } from '../../state/repository.ts';
import { nodeId, type View } from '../view.ts';
import { accountShape } from './account-shape.ts';
import { repositoryHtml, repositoryUrl } from './repository-shape.ts';
import { instant } from '../instant.ts';

export function commitShape(view: View, repository: Repository, commit: Commit) {
  const url = repositoryUrl(view, repository);
  const html = repositoryHtml(repository);
  const account = (identity: CommitIdentity) => {
    const person = view.scenario.personByEmail(identity.email);
    return person === undefined ? null : accountShape(view, person);
  };
  return {
    url: `${url}/commits/${commit.oid}`,
    sha: commit.oid,
    node_id: nodeId('Commit', commit.oid),
    html_url: `${html}/commit/${commit.oid}`,
    comments_url: `${url}/commits/${commit.oid}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.oid}`,
      author: gitUser(commit.author),
      committer: gitUser(commit.committer),
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      verification: verification(commit),
    },
    author: account(commit.author),
    committer: account(commit.committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  };
}

export function gitCommitShape(view: View, repository: Repository, commit: Commit) {
  const url = repositoryUrl(view, repository);
  const html = repositoryHtml(repository);
  return {
    sha: commit.oid,
    node_id: nodeId('Commit', commit.oid),
    url: `${url}/git/commits/${commit.oid}`,
    html_url: `${html}/commit/${commit.oid}`,
    author: gitUser(commit.author),
    committer: gitUser(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/git/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
    verification: verification(commit),
  };
}

const gitUser = ({ name, email, date }: CommitIdentity) => ({ name, email, date: instant(date) });

function verification(commit: Commit) {
  const { signature } = commit;
  const verified = signature?.state === 'VALID';
  return {
    verified,
    reason: signature === null ? 'unsigned' : signature.state.toLowerCase(),
    signature: signature === null ? null : '-----BEGIN SSH SIGNATURE-----',
    payload: signature === null ? null : `tree ${commit.tree}`,
    verified_at: verified ? instant(commit.committer.date) : null,
  };
}
