import * as v from 'valibot';
import type { ToolClass } from './tool-class.ts';
import { scanClass } from '../../facts/words.ts';
import { onlyTrue } from './vocabulary.ts';

/** A tool of the registry: its class alone, or the class with what else is so about its reports. */
export const toolEntry = v.lazy((input) =>
  typeof input === 'object' && input !== null
    ? v.strictObject({ class: scanClass, clean_reports_list_no_rules: onlyTrue })
    : scanClass,
);

export function toolOf(name: string, entry: v.InferOutput<typeof toolEntry>): ToolClass {
  return typeof entry === 'string' ? { name, class: entry } : { name, class: entry.class, cleanWithoutRules: true };
}
