import { describePublished } from '../../../test/github/describe-published.ts';
import { artifactRoutes } from './artifact-routes.ts';

describePublished('artifacts', artifactRoutes, ({ runs }) => {
  const [artifact] = runs.scan.artifacts;
  const path = `/actions/artifacts/${artifact?.id ?? ''}`;
  return {
    'GET /actions/artifacts/{artifact_id}': [path],
    'GET /actions/artifacts/{artifact_id}/{archive_format}': [`${path}/zip`],
  };
});
