import type { PostureCheck } from '../posture-check.ts';
import { fromSight } from '../sight.ts';

export const headGreenQueue: PostureCheck = {
  code: 'head-green-queue',
  severity: 'high',
  looksFor: 'a merge queue that checks the last pull request of a group alone (HEADGREEN)',
  doThis: 'set its grouping strategy to ALLGREEN',
  rows: [47],
  find: ({ rules }) =>
    fromSight(rules, (all) =>
      all
        .filter(({ type, parameters }) => type === 'merge_queue' && parameters['grouping_strategy'] !== 'ALLGREEN')
        .map(() => ({ at: 'merge queue', what: 'the others of a group merge unchecked' })),
    ),
};
