import type { PostureCheck } from '../posture-check.ts';
import { isProduction, reviewersOf } from '../production.ts';
import { fromSight } from '../sight.ts';

export const selfApprovedEnvironment: PostureCheck = {
  code: 'self-approved-environment',
  severity: 'medium',
  looksFor: 'an environment with reviewers where who deploys may approve their own deployment',
  doThis: 'switch on "Prevent self-review"',
  rows: [67],
  find: ({ environments }) =>
    fromSight(environments, (all) =>
      all
        .filter((one) => !isProduction(one.name) && reviewersOf(one)?.prevent_self_review === false)
        .map(({ name }) => ({ at: `environment "${name}"`, what: 'who deploys may approve it' })),
    ),
};
