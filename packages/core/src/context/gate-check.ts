import * as v from 'valibot';
import { checkConclusion, commitId, platformId } from '../facts/words.ts';

/** How the gate's own check ended on a commit, as the platform shows it. Its conclusion is the decision (decisions.md, The workflow). */
export const gateCheck = v.strictObject({
  commit: commitId,
  event: v.picklist(['pull_request', 'merge_group']),
  run: platformId,
  conclusion: checkConclusion,
});
