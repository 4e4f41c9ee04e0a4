import { describePublished } from '../../../test/github/describe-published.ts';
import { contentRoutes } from './content-routes.ts';

describePublished('contents', contentRoutes, () => ({
  'GET /contents/{path}': ['/contents/src', '/contents/.proofrail/controls.yaml?ref=main', '/contents/src%2Flink'],
}));
