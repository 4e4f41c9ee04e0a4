import * as v from 'valibot';
import { count } from '../../facts/fact.ts';
import { commitId } from '../../facts/words.ts';
import { actor, digest, textDigest } from '../words.ts';
import { defineKind } from './kind.ts';

/** A commit on a protected branch that is exactly what an allowed change gives there. */
export const changeMerged = defineKind('change.merged', {
  branch: textDigest,
  commit: commitId,
  /** The first parent: what the change really got merged onto. */
  parent: v.nullable(commitId),
  tree: commitId,
  expected_tree: commitId,
  /** The commit that was judged. */
  head: commitId,
  pull_request: count,
  /** One commit says nothing about which of the two it was. */
  method: v.picklist(['squash-or-rebase', 'rebase', 'merge', 'merge-group']),
  /** The decision that allowed the head, by record digest. */
  decision: digest,
  pushed_by: v.nullable(actor),
});
