import * as v from 'valibot';
import { count } from '../../context/fact.ts';
import { commitId, timestamp } from '../../context/words.ts';
import { actor, digest, shortWord, textDigest } from '../words.ts';
import { defineKind } from './kind.ts';

/** Who approved a change, in which role, when, and exactly what. */
export const changeApproval = defineKind('change.approval', {
  ticket: v.nullable(textDigest),
  approvals: v.array(
    v.strictObject({
      id: actor,
      roles: v.array(shortWord),
      state: v.picklist(['approved', 'changes_requested', 'commented', 'dismissed', 'pending']),
      at: timestamp,
      commit: v.nullable(commitId),
      /** Whether it counted: a human's, somebody else's, about the head commit, after the last push. */
      counted: v.boolean(),
    }),
  ),
  required: v.strictObject({ minimum: count, roles: v.array(shortWord) }),
  /** Of the control registry that said so. */
  rules_in_force_digest: digest,
});
