import { describePublished } from '../../../test/github/describe-published.ts';
import { deploymentRoutes } from './deployment-routes.ts';

describePublished('deployments', deploymentRoutes, ({ repository }) => ({
  'GET /environments': ['/environments'],
  'GET /environments/{environment_name}': ['/environments/production'],
  'GET /environments/{environment_name}/deployment-branch-policies': ['/environments/production/deployment-branch-policies'],
  'GET /deployments': ['/deployments', '/deployments?environment=production&ref=main'],
  'GET /deployments/{deployment_id}/statuses': repository.deployments.map(({ id }) => `/deployments/${id}/statuses`),
}));
