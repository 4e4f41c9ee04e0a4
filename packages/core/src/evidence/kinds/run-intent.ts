import * as v from 'valibot';
import { count } from '../../facts/fact.ts';
import { commitId, platformId, timestamp } from '../../facts/words.ts';
import { shortWord } from '../words.ts';
import { defineKind } from './kind.ts';

/** Written before anything else, so that a result that never came is visible (design §6). */
export const runIntent = defineKind('run.intent', {
  repository: platformId,
  event: shortWord,
  head: commitId,
  run: platformId,
  attempt: count,
  /** Kinds that this run means to write. */
  expected_kinds: v.array(shortWord),
  /** After this, what is missing is missing. */
  deadline: timestamp,
});
