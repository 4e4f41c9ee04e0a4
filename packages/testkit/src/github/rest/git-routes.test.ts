import { describePublished } from '../../../test/github/describe-published.ts';
import { gitRoutes } from './git-routes.ts';

describePublished('git objects', gitRoutes, ({ scenario, pullRequest }) => {
  const commit = scenario.git.commit(pullRequest.head.commit);
  return {
    'GET /git/blobs/{file_sha}': [`/git/blobs/${scenario.git.entryAt(commit.tree, 'logo.png')?.oid ?? ''}`],
    'GET /git/trees/{tree_sha}': [`/git/trees/${commit.tree}?recursive=1`, `/git/trees/${commit.oid}`],
    'GET /git/commits/{commit_sha}': [`/git/commits/${commit.oid}`],
    'GET /git/ref/{ref}': ['/git/ref/heads/main', '/git/ref/heads%2Ftopic%2Fa'],
  };
});
