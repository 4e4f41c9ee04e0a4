import { describePublished } from '../../../test/github/describe-published.ts';
import { ruleRoutes } from './rule-routes.ts';

describePublished('rules', ruleRoutes, ({ repository }) => ({
  'GET /rules/branches/{branch}': ['/rules/branches/main', '/rules/branches/topic%2Fa'],
  'GET /rulesets': ['/rulesets', '/rulesets?includes_parents=false'],
  'GET /rulesets/{ruleset_id}': repository.rulesets.map(({ id }) => `/rulesets/${id}`),
}));
