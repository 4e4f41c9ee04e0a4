import { NEEDS } from '../needs.ts';
import type { PostureCheck } from '../posture-check.ts';
import { requiredContexts } from '../required-contexts.ts';
import { fromSight, unseen } from '../sight.ts';

export const unreportedCheck: PostureCheck = {
  code: 'unreported-check',
  severity: 'medium',
  looksFor: 'a required check that nothing reports: people learn to merge past it',
  doThis: 'correct the name in the rule, or remove it; for a reusable workflow it is `<caller job> / <called job>`',
  rows: [36],
  find(sights) {
    const { rules, reported } = sights;
    if (!rules.seen) return rules;
    const required = requiredContexts(sights);
    if (reported.seen && reported.value.pullRequests === 0 && required.length > 0) return unseen('absent', NEEDS.anyPullRequest);
    return fromSight(reported, ({ pullRequests, checks }) => {
      const isReported = ({ context, app }: (typeof required)[number]): boolean =>
        checks.some((check) => check.name === context && (app === null || check.app === app));
      return required
        .filter((one) => !isReported(one))
        .map(({ context }) => ({
          at: `required check "${context}"`,
          what: `reported on none of the last ${pullRequests} pull requests by the app that the rule names`,
        }));
    });
  },
};
