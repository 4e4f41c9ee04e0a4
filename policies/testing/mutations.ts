import type { JsonValue } from '@proofrail/core/canonical';
import { jsonPointers } from './json-pointers.ts';

export interface Mutation {
  readonly steps: readonly string[];
  readonly what: string;
  readonly document: JsonValue;
}

/** One value of each JSON type, and the empty one where there is one. */
const OTHERS: readonly JsonValue[] = [null, true, 0, 1, '', 'other', [], ['other'], {}, { other: 1 }];

const typeOf = (value: JsonValue) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const isEmpty = (value: JsonValue) => ['""', '0', '[]', '{}'].includes(JSON.stringify(value));

/**
 * The field law's alterations of one document: each place removed, made null, made each other type, made empty (decisions.md, Rules).
 * A value of the same type that is not empty says something else and breaks no law.
 */
export function* mutations(document: JsonValue): Generator<Mutation> {
  for (const steps of jsonPointers(document)) {
    const before = at(document, steps);
    yield { steps, what: 'removed', document: replaced(document, steps, undefined) };
    for (const other of OTHERS) {
      const changes = typeOf(other) !== typeOf(before) || (isEmpty(other) && !isEmpty(before));
      if (changes) yield { steps, what: JSON.stringify(other), document: replaced(document, steps, other) };
    }
  }
}

/** Where it is altered, with `*` for any element of a list and any person, as the annotations of rules name places. */
export const placeOf = ({ steps }: Pick<Mutation, 'steps'>): readonly string[] =>
  steps.map((step, index) => (/^\d+$/.test(step) || (index === 1 && steps[0] === 'people') ? '*' : step));

const at = (document: JsonValue, steps: readonly string[]): JsonValue =>
  steps.reduce<JsonValue>((value, step) => (value as Record<string, JsonValue>)[step] ?? null, document);

function replaced(document: JsonValue, [step, ...rest]: readonly string[], by: JsonValue | undefined): JsonValue {
  if (step === undefined) return by ?? null;
  if (Array.isArray(document)) {
    const copy = [...(document as readonly JsonValue[])];
    if (rest.length === 0 && by === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = replaced(copy[Number(step)] ?? null, rest, by);
    return copy;
  }
  const others = Object.entries(document as Record<string, JsonValue>);
  const members = others.flatMap(([name, member]): [string, JsonValue][] => {
    if (name !== step) return [[name, member]];
    return rest.length === 0 && by === undefined ? [] : [[name, replaced(member, rest, by)]];
  });
  return Object.fromEntries(members);
}
