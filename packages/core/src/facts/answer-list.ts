import * as v from 'valibot';
import { count } from './fact.ts';
import { askedText, sha256Text } from './words.ts';

/** A change with more of them waited for its producers: the last ones are what it was judged by. */
export const MOST_ANSWERS = 256;

/** One answer of the platform as a record tells of it. What it was asked about is text of outsiders, and so is what it says. */
export const answer = v.strictObject({ asked: askedText, status: count, bytes: count, sha256: sha256Text });
export type Answer = v.InferOutput<typeof answer>;

/**
 * The answers that a decision rests on, as they came: the last {@link MOST_ANSWERS} of `total`. `document`: the one that holds the bytes of
 * all of them, by digest; null where nobody kept those.
 */
export const answerList = v.strictObject({
  document: v.nullable(sha256Text),
  items: v.pipe(v.array(answer), v.maxLength(MOST_ANSWERS, `at most ${MOST_ANSWERS}`)),
  total: count,
});
export type AnswerList = v.InferOutput<typeof answerList>;
