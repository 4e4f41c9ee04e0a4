import { describePublished } from '../../../test/github/describe-published.ts';
import { deployTo } from '../build/add-environment.ts';
import { commitRoutes } from './commit-routes.ts';

describePublished('commits', commitRoutes, ({ pullRequest: { head }, repository, runs }) => {
  deployTo(repository, runs.gate, 'production');
  return {
    'GET /commits/{commit_sha}/pulls': [`/commits/${head.commit}/pulls`, '/commits/main/pulls'],
    'GET /commits/{ref}/check-runs': [
      `/commits/${head.commit}/check-runs`,
      '/commits/feature%2Frefund-limit/check-runs?app_id=15368&filter=all&status=completed&check_name=test',
    ],
    'GET /check-runs/{check_run_id}': [...runs.gate.jobs, ...runs.test.jobs].map(({ id }) => `/check-runs/${id}`),
    'GET /commits/{ref}/statuses': [`/commits/${head.commit}/statuses`],
    'GET /commits/{ref}': [`/commits/${head.commit}`, '/commits/main'],
    'GET /commits': ['/commits', '/commits?sha=feature/refund-limit&per_page=1'],
    'GET /compare/{basehead}': [`/compare/main...${head.commit}`, '/compare/main...feature/refund-limit?per_page=1'],
  };
});
