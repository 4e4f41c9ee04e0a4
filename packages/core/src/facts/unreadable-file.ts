import * as v from 'valibot';
import { text } from './words.ts';

/** Why a file of a change tells nothing: text of no known syntax, no text at all, more than is read, or a link to another file. */
export const FILE_PROBLEMS = ['malformed', 'not-text', 'too-large', 'link'] as const;

/** A file of a change that could not be read; `line`: where reading ended, from 1. Its name is its author's text. */
export const unreadableFile = v.strictObject({
  file: text(4096),
  line: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  problem: v.picklist(FILE_PROBLEMS),
});
export type UnreadableFile = v.InferOutput<typeof unreadableFile>;
