import { describePublished } from '../../../test/github/describe-published.ts';
import { repositoryRoutes } from './repository-routes.ts';

describePublished('the repository', repositoryRoutes, ({ repository }) => {
  repository.codeOwnersErrors = [{ line: 1, column: 1, kind: 'Unknown owner', message: 'nobody', path: 'CODEOWNERS' }];
  return {
    'GET ': [''],
    'GET /activity': ['/activity', '/activity?ref=main', '/activity?activity_type=force_push&per_page=1&direction=asc'],
    'GET /codeowners/errors': ['/codeowners/errors'],
    'GET /actions/permissions/artifact-and-log-retention': ['/actions/permissions/artifact-and-log-retention'],
  };
});
