import { aboutContexts } from '../about-contexts.ts';
import type { PostureCheck } from '../posture-check.ts';

export const checkOfAnyApp: PostureCheck = {
  code: 'check-of-any-app',
  severity: 'high',
  looksFor: 'a required check that no app is named for: whoever may write can set a commit status of that name',
  doThis: 'name the app of the check in the rule (`integration_id`; 15368 is GitHub Actions)',
  rows: [34, 35],
  find: (sights) =>
    aboutContexts(sights, (contexts) =>
      contexts
        .filter(({ app }) => app === null)
        .map(({ context }) => ({ at: `required check "${context}"`, what: 'anybody who may write can report it as passed' })),
    ),
};
