import { describe, expect, it } from '@jest/globals';
import type { Judgement } from '@proofrail/core/gate';
import type { RuleResult } from '@proofrail/core/policy';
import { whoIsMeant } from '../src/page/who-is-meant.ts';

const judgement = {
  people: new Map(Array.from({ length: 30 }, (_, index) => [`person-${index + 1}`, String(1001 + index)])),
  document: { people: { 'person-2': { kind: 'human', roles: ['platform', 'security'] } } },
} as unknown as Judgement;

const speakingOf = (...people: string[]): RuleResult =>
  ({ reasons: people.map((person) => ({ code: 'self-approval', params: { person, count: 1 } })) }) as unknown as RuleResult;

describe('a page that speaks of people by their labels', () => {
  it('says which account each is and what it may approve as, once and in the order of the numbers', () => {
    const text = whoIsMeant(judgement, [speakingOf('person-10', 'person-2'), speakingOf('person-2')]);
    expect(text.split('\n').slice(2)).toEqual([
      '- person-2 is account <code>1002</code> (platform, security)',
      '- person-10 is account <code>1010</code> (no role)',
    ]);
    expect(text).toContain('<code>gh api user/ACCOUNT --jq .login</code>');
  });

  it('says nothing where no reason speaks of anybody', () => {
    expect(whoIsMeant(judgement, [speakingOf()])).toBe('');
  });

  it('takes nothing for a person that a stranger wrote: a path or branch may look like a label', () => {
    expect(whoIsMeant(judgement, [speakingOf('person-99', 'person-2/x', 'person-02', '../person-2')])).toBe('');
  });

  it('leaves room for what to do', () => {
    const everybody = Array.from({ length: 30 }, (_, index) => `person-${index + 1}`);
    const lines = whoIsMeant(judgement, [speakingOf(...everybody)]).split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([23, '- and 10 more']);
  });
});
