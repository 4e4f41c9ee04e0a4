import type { TextDigest } from '@proofrail/core/canonical';
import { shortText } from './short-text.ts';

type Recorded = Readonly<Record<string, string | number | boolean | TextDigest>>;

/**
 * What a record holds of a reason, for its sentence. Text of outsiders was never stored: its digest stands for it, and whoever has
 * the text can check that it is the one. `people`: the labels of this decision, and what they are called in the whole report.
 */
export function plainParams(params: Recorded, people: ReadonlyMap<string, string>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, plain(value, people)]));
}

function plain(value: Recorded[string], people: ReadonlyMap<string, string>): string | number {
  if (typeof value === 'string') return people.get(value) ?? value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return value;
  return shortText(value);
}
