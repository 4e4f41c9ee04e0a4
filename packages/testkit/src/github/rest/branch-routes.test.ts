import { describePublished } from '../../../test/github/describe-published.ts';
import { branchRoutes } from './branch-routes.ts';

describePublished('branches', branchRoutes, () => ({
  'GET /branches': ['/branches', '/branches?protected=true'],
  'GET /branches/{branch}': ['/branches/main', '/branches/topic%2Fa', '/branches/topic/a'],
  'GET /branches/{branch}/protection': ['/branches/main/protection'],
}));
