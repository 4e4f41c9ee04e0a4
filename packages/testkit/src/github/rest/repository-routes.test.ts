import { describePublished } from '../../../test/github/describe-published.ts';
import { repositoryRoutes } from './repository-routes.ts';

describePublished('the repository', repositoryRoutes, () => ({
  'GET ': [''],
  'GET /activity': ['/activity', '/activity?ref=main', '/activity?activity_type=force_push&per_page=1&direction=asc'],
}));
