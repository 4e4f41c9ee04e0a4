import type { PostureCheck } from '../posture-check.ts';
import { fromSight, seen } from '../sight.ts';

export const unownedPaths: PostureCheck = {
  code: 'unowned-paths',
  severity: 'medium',
  looksFor: 'no CODEOWNERS, or lines in it that GitHub cannot use: those paths have no owner, without a word',
  doThis: 'correct the line; own at least /.github/, /.proofrail/ and CODEOWNERS itself',
  rows: [15],
  find: ({ codeOwners }) =>
    codeOwners.seen && codeOwners.value === null
      ? seen([{ at: 'CODEOWNERS', what: 'there is none, so nobody owns the workflows' }])
      : fromSight(codeOwners, (errors) =>
          (errors ?? []).map(({ path, line, kind }) => ({ at: `${path}:${line}`, what: `${kind}: the line owns nothing` })),
        ),
};
