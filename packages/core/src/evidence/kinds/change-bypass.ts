import * as v from 'valibot';
import { count } from '../../facts/fact.ts';
import { commitId } from '../../facts/words.ts';
import { actor, digest, exceptionId, shortWord, textDigest } from '../words.ts';
import { defineKind } from './kind.ts';

/** A commit on a protected branch that no allowed change explains, or of which that could not be found out. */
export const changeBypass = defineKind('change.bypass', {
  branch: textDigest,
  commit: commitId,
  parent: v.nullable(commitId),
  /** What was found, and what the change should have given; null where the check did not come that far. */
  tree: commitId,
  expected_tree: v.nullable(commitId),
  head: v.nullable(commitId),
  pull_request: v.nullable(count),
  /** `excepted`: a registered exception covers it. `unverified`: it could not be found out, which is no excuse. */
  state: v.picklist(['bypass', 'excepted', 'unverified']),
  reason: shortWord,
  /** What an exception for exactly this commit and reason names as its finding. */
  fingerprint: digest,
  exception: v.nullable(exceptionId),
  pushed_by: v.nullable(actor),
});
