import { meets } from './meets.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/**
 * The places of the input document that no rule says it reads, topmost only: the published schema less the `inputs` of all rules.
 * Whatever stands there may change without changing an answer; the field law excepts these places and no others.
 */
export function unreadPointers(schema: object, inputs: readonly string[]): string[] {
  const read = inputs.map((input) => input.split('/').slice(1));
  const unread = [...stepsOf(schema)].filter((place) => !read.some((input) => meets(input, place)));
  const texts = unread.map((place) => `/${place.join('/')}`);
  return [...new Set(texts)].filter((text) => !texts.some((above) => text.startsWith(`${above}/`))).sort();
}

/** Every place that a document of this schema may have, as JSON pointers with `*` for any element. */
export const placesOf = (schema: object): string[] => [...stepsOf(schema)].map((steps) => `/${steps.join('/')}`);

function* stepsOf(schema: Schema, above: readonly string[] = []): Generator<readonly string[]> {
  const { additionalProperties: others, items } = schema;
  const members: [string, Schema][] = Object.entries(schema.properties ?? {});
  if (typeof others === 'object') members.push(['*', others]);
  if (items !== undefined) members.push(['*', items]);
  for (const [step, member] of members) {
    yield [...above, step];
    yield* stepsOf(member, [...above, step]);
  }
  for (const alternative of schema.anyOf ?? []) yield* stepsOf(alternative, above);
}
