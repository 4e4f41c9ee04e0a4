import type { PostureCheck } from '../posture-check.ts';
import { fromSight } from '../sight.ts';

export const rulesetOnTrial: PostureCheck = {
  code: 'ruleset-on-trial',
  severity: 'medium',
  looksFor: 'a ruleset that is disabled or only evaluated: it stops nobody, and a green run from then counts later',
  doThis: 'set its enforcement to `active`',
  rows: [41],
  find: ({ rulesets }) =>
    fromSight(rulesets, (all) =>
      all
        .filter(({ target, enforcement }) => target === 'branch' && enforcement !== 'active')
        .map(({ name, enforcement }) => ({
          at: `ruleset "${name}"`,
          what: `is ${enforcement === 'evaluate' ? 'only evaluated' : enforcement}`,
        })),
    ),
};
