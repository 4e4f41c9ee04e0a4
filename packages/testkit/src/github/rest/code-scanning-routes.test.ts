import { describePublished } from '../../../test/github/describe-published.ts';
import { codeScanningRoutes } from './code-scanning-routes.ts';

describePublished('code scanning', codeScanningRoutes, ({ repository }) => ({
  'GET /code-scanning/analyses': ['/code-scanning/analyses?ref=refs/pull/41/merge&tool_name=CodeQL'],
  'GET /code-scanning/analyses/{analysis_id}': repository.analyses.flatMap(({ id }) => [
    `/code-scanning/analyses/${id}`,
    [`/code-scanning/analyses/${id}`, { accept: 'application/sarif+json' }] as const,
  ]),
}));
