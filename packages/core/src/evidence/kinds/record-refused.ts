import * as v from 'valibot';
import { shortWord } from '../words.ts';
import { defineKind } from './kind.ts';

/** In place of a record that nobody may sign: which field held what must not stay for ever. Never what it held. */
export const recordRefused = defineKind('record.refused', {
  refused_kind: shortWord,
  fields: v.array(
    v.strictObject({
      pointer: v.pipe(v.string(), v.regex(/^(\/[A-Za-z0-9_*-]{1,40}){0,12}$/, 'a JSON pointer')),
      why: v.picklist(['secret', 'personal-data']),
    }),
  ),
});
