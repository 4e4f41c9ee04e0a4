import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { InputDocument } from '../context/index.ts';
import { unknownFacts } from './unknown-facts.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const published = json('policies/schemas/input.v1.json') as Schema;
const allowed = (): InputDocument =>
  structuredClone((json('policies/testing/allowed.json') as { pull_request: InputDocument }).pull_request);

/** Where the published schema has a fact: something that is known or is not. */
function factPlaces({ properties = {}, additionalProperties, items, anyOf = [] }: Schema, at = ''): string[] {
  const isFact = anyOf.length > 0 && anyOf.every((one) => one.properties?.['known'] !== undefined);
  return [
    ...(isFact ? [at] : []),
    ...Object.entries(properties).flatMap(([name, member]) => factPlaces(member, `${at}/${name}`)),
    ...[items, additionalProperties || undefined].flatMap((one) => (one === undefined ? [] : factPlaces(one, `${at}/*`))),
    ...anyOf.flatMap((one) => factPlaces(one, at)),
  ];
}

/** The document with this fact unknown; in a list, with the first item's. */
function without(pointer: string): InputDocument {
  const document = allowed();
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const around = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document);
  (around as Record<string, unknown>)[last] = { known: false, why: 'forbidden' };
  return document;
}

const facts = factPlaces(published).map((place) => place.replace('*', '0'));

describe('a rule that reads a fact which could not be read', () => {
  it('meets every kind of place that a fact can have', () =>
    expect(facts).toEqual(
      expect.arrayContaining(['/change/merge_queue', '/change/last_push', '/scans', '/scans/value/items/0/result']),
    ));

  it.each(facts)('is told so: %s', (fact) => {
    const named = fact.startsWith('/scans/value/items/') ? { of: 'codeql' } : {}; // a report has a scanner, whatever became of it
    const reason = { code: 'unknown', params: { fact, why: 'forbidden', ...named } };
    expect(unknownFacts(without(fact), [fact])).toEqual([reason]);
    expect(unknownFacts(without(fact), [fact.replace('/0/', '/*/')])).toEqual([reason]);
    expect(unknownFacts(without(fact), [`${fact}/value`])).toEqual([reason]);
  });

  it('is not told of facts that it does not read, nor of those that are known', () => {
    expect(unknownFacts(without('/checks'), ['/reviews/value/items'])).toEqual([]);
    expect(unknownFacts(allowed(), ['/'])).toEqual([]);
  });

  it('that reads approvals rests on reviews too', () =>
    expect(unknownFacts(without('/reviews'), ['/approvals/count'])).toMatchObject([{ params: { fact: '/reviews' } }]));
});
