import type { PostureCheck } from '../posture-check.ts';
import { isProduction } from '../production.ts';
import { fromSight } from '../sight.ts';

export const productionFromAnyBranch: PostureCheck = {
  code: 'production-from-any-branch',
  severity: 'high',
  looksFor: 'a production environment that takes deployments from every branch: nobody need have reviewed what lies on it',
  doThis: 'let only protected branches deploy to it, or name those that may',
  rows: [66],
  find: ({ environments }) =>
    fromSight(environments, (all) =>
      all
        .filter(({ name, deployment_branch_policy: policy }) => isProduction(name) && policy === null)
        .map(({ name }) => ({ at: `environment "${name}"`, what: 'every branch may deploy to it' })),
    ),
};
