import * as v from 'valibot';
import { count, factOf } from '../../facts/fact.ts';
import { checkConclusion, commitId, platformId, reviewState, timestamp } from '../../facts/words.ts';
import { actor, digest, shortWord, textDigest } from '../words.ts';
import { defineKind } from './kind.ts';

const asked = { minimum: count, roles: v.array(shortWord) };

/** Who approved a change, in which role, when, and exactly what; what else was said about it; and what checked it. */
export const changeApproval = defineKind('change.approval', {
  approvals: v.array(
    v.strictObject({
      id: actor,
      roles: v.array(shortWord),
      state: reviewState,
      at: timestamp,
      commit: v.nullable(commitId),
      /** Whether it counted: a human's, somebody else's, about the head commit, after the last push. */
      counted: v.boolean(),
    }),
  ),
  required: v.strictObject({
    ...asked,
    /** `elevated`: the change touches the gate itself. `unknown`: nobody read all its files. */
    class: v.picklist(['ordinary', 'elevated', 'unknown']),
    /** What a change of the elevated class needs; null where the registry does not ask. */
    elevated: v.nullable(v.strictObject(asked)),
  }),
  /** `openings`: the first comment of each. */
  threads: factOf(v.strictObject({ total: count, resolved: count, security: count, openings: v.array(textDigest) })),
  /** References are their authors' text. */
  tickets: factOf(v.array(textDigest)),
  /** Every check of the change, with the app and the workflow that made it: a name proves nothing. */
  checks: factOf(
    v.array(
      v.strictObject({
        name: textDigest,
        app_id: platformId,
        workflow: v.nullable(textDigest),
        commit: commitId,
        conclusion: checkConclusion,
        attempt: count,
      }),
    ),
  ),
  /** Of the control registry that said so. */
  rules_in_force_digest: digest,
});
