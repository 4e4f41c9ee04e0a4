import { describePublished } from '../../../test/github/describe-published.ts';
import { pullRequestRoutes } from './pull-request-routes.ts';

describePublished('pull requests', pullRequestRoutes, () => ({
  'GET /pulls': ['/pulls', '/pulls?state=all&base=main', '/pulls?head=acme:feature/refund-limit'],
  'GET /pulls/{pull_number}': ['/pulls/41', '/pulls/42'],
  'GET /pulls/{pull_number}/files': ['/pulls/41/files?per_page=100', '/pulls/42/files'],
  'GET /pulls/{pull_number}/commits': ['/pulls/41/commits', '/pulls/42/commits'],
  'GET /pulls/{pull_number}/reviews': ['/pulls/41/reviews', '/pulls/42/reviews?per_page=1'],
}));
