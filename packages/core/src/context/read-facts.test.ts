import { describe, expect, it } from '@jest/globals';
import { readFacts } from './read-facts.ts';
import { listed, report, sampleFacts, scanOf } from './test/sample-change.ts';

const read = (document: unknown) => readFacts(new TextEncoder().encode(JSON.stringify(document)), 'facts.json');

/** The sample with the value at a JSON pointer replaced; `undefined` removes it. */
function changed(pointer: string, value: unknown): unknown {
  const document = JSON.parse(JSON.stringify(sampleFacts())) as Record<string, unknown>;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const holder = steps.reduce((inside, step) => inside[step] as Record<string, unknown>, document);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return document;
}

describe('a facts document', () => {
  it('comes back as it was written', () => expect(read(sampleFacts())).toEqual(sampleFacts()));

  it.each([
    ['/change/head/commit', 'abc123', 'facts/wrong-value', '/change/head/commit'],
    ['/change/last_push/value/at', '2026-11-20 10:00', 'facts/wrong-value', '/change/last_push/value/at'],
    ['/change/last_push/value/at', '2026-13-45T00:00:00.000Z', 'facts/wrong-value', '/change/last_push/value/at'],
    ['/change/last_push/value', undefined, 'facts/missing-key', '/change/last_push/value'],
    ['/change/last_push', { known: false }, 'facts/missing-key', '/change/last_push/why'],
    ['/change/last_push', { known: false, why: 'tired' }, 'facts/wrong-value', '/change/last_push/why'],
    ['/change/last_push', null, 'facts/wrong-value', '/change/last_push'],
    ['/reviews/value/items/1/state', 'APPROVED', 'facts/wrong-value', '/reviews/value/items/1/state'],
    ['/reviews/value/items/0/person', 12, 'facts/wrong-value', '/reviews/value/items/0/person'],
    ['/contributors/value/unidentified', -1, 'facts/wrong-value', '/contributors/value/unidentified'],
    ['/change/checked', 'main', 'facts/wrong-value', '/change/checked'],
    ['/change/landed', undefined, 'facts/missing-key', '/change/landed'],
    ['/change/merge_queue', true, 'facts/wrong-value', '/change/merge_queue'],
    ['/files', undefined, 'facts/missing-key', '/files'],
    ['/environment', { name: 'production' }, 'facts/missing-key', '/environment/required_reviewers'],
    ['/repository', undefined, 'facts/missing-key', '/repository'],
    ['/bypass', true, 'facts/unknown-key', '/bypass'],
    ['/schema', 'proofrail.facts/v2', 'facts/wrong-value', '/schema'],
  ])('is refused where it is wrong: %s = %j', (pointer, value, code, at) => {
    expect(() => read(changed(pointer, value))).toThrow(expect.objectContaining({ code, at: `facts.json#${at}` }));
  });

  it('describes nobody twice', () => {
    const facts = sampleFacts();
    const accounts = [...facts.accounts, { id: facts.accounts[0]?.id ?? '', kind: 'bot' as const }];
    expect(() => read({ ...facts, accounts })).toThrow(
      expect.objectContaining({ code: 'facts/contradiction', at: 'facts.json#/accounts/4' }),
    );
  });

  it('lets no report stand for two scans', () => {
    const scans = listed([scanOf(report('one', [])), scanOf(report('one', []), 'Gitleaks')]);
    expect(() => read(sampleFacts({ scans }))).toThrow(expect.objectContaining({ code: 'facts/contradiction' }));
  });

  it('is told apart from bytes that are no JSON', () => {
    expect(() => readFacts(new TextEncoder().encode('{"schema": '), 'facts.json')).toThrow(/json\/unexpected-end/);
  });
});
