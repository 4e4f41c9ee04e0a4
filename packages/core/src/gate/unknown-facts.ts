import type { InputDocument } from '../context/index.ts';

export interface UnknownFactPlace {
  /** JSON pointer (RFC 6901) into the input document. */
  readonly fact: string;
  readonly why: string;
}

/** Every place of the input document that says that it could not be read. A silence would look like a clean answer (design §6). */
export function unknownFacts(document: InputDocument): UnknownFactPlace[] {
  return walk(document, '');
}

function walk(value: unknown, pointer: string): UnknownFactPlace[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('known' in value && value.known === false && 'why' in value) return [{ fact: pointer, why: String(value.why) }];
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, `${pointer}/${name}`));
}
