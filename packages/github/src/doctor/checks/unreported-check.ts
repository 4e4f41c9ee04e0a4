import { aboutContexts } from '../about-contexts.ts';
import { NEEDS } from '../needs.ts';
import type { PostureCheck } from '../posture-check.ts';
import { requiredContexts, type RequiredContext } from '../required-contexts.ts';
import { unseen } from '../sight.ts';

export const unreportedCheck: PostureCheck = {
  code: 'unreported-check',
  severity: 'medium',
  looksFor: 'a required check that nothing reports: people learn to merge past it',
  doThis: 'correct the name in the rule, or remove it; for a reusable workflow it is `<caller job> / <called job>`',
  rows: [36],
  find(sights) {
    const { reported } = sights;
    if (!reported.seen) return reported;
    const { pullRequests, checks } = reported.value;
    const isReported = ({ context, app }: RequiredContext): boolean =>
      checks.some((check) => check.name === context && (app === null || check.app === app));
    if (pullRequests === 0 && requiredContexts(sights).length > 0) return unseen('absent', NEEDS.anyPullRequest);
    return aboutContexts(sights, (contexts) =>
      contexts
        .filter((one) => !isReported(one))
        .map(({ context }) => ({
          at: `required check "${context}"`,
          what: `reported on none of the last ${pullRequests} pull requests by the app that the rule names`,
        })),
    );
  },
};
