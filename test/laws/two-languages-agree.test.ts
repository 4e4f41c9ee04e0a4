import { describe, expect, it } from '@jest/globals';
import { SEVERITIES, type InputDocument } from '@proofrail/core/context';
import { readFileSync } from 'node:fs';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { branchPattern, isBranchGlob } from '../../packages/core/src/controls/registry/branch-pattern.ts';
import { LONGEST_LIFE } from '../../packages/core/src/exceptions/longest-life.ts';
import { ALLOWED_INPUTS } from '../../policies/testing/allowed-inputs.ts';
import { POLICY } from '../../policies/testing/decided.ts';
import { excused } from '../../policies/testing/excused.ts';
import { inRequiredRun } from '../required-run.ts';

const ROUNDS = inRequiredRun(2000, 500);
const [allowed] = [ALLOWED_INPUTS['pull_request']].flatMap((input) => input ?? []);
if (allowed === undefined) throw new Error('there is an allowed pull request');
const passes = (input: InputDocument, rule: string): boolean =>
  POLICY.evaluate(input).find(({ id }) => id === rule)?.status === 'pass';

describe('what a star in a branch name stands for is said twice, in TypeScript and in Rego', () => {
  const PIECES = ['*', 'main', 'feature/', 'fix/', 'release-1.0', '.', '+', '@', '#', '-', '_', '/', 'v2', 'A', 'Z9'];
  // What a star does not stand for: what nobody can see or type, and what an expression would take for its own.
  const STRANGE = [
    ' ',
    '\u00a0',
    '\u200b',
    '\u0000',
    '\n',
    'é',
    'ſ',
    'K',
    '💥',
    '\\',
    '$',
    '^',
    '(',
    ')',
    '[',
    ']',
    '|',
    '?',
    '{',
    ':',
    '~',
    '*',
  ];

  const openTo = (glob: string, name: string): InputDocument => {
    const { change, requirements } = allowed;
    const flow = { preset: 'own' as const, allowed: { items: [{ from: branchPattern(glob), to: 'main' }], total: 1 } };
    return {
      ...allowed,
      change: {
        ...change,
        head: { ...change.head, branch: name, repository_id: allowed.repository.id },
        base: { ...change.base, branch: 'main' },
      },
      requirements: { ...requirements, branches: { protected: { items: ['main'], total: 1 }, flow } },
    };
  };

  const some = (random: SeededRandom, pieces: readonly string[]): string =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(pieces)).join('');

  /** A name that the pattern was made for, or nearly: each star filled in, and sometimes a piece lost, doubled or strange. */
  function nameFor(glob: string, random: SeededRandom): string {
    const filled = [...glob].map((each) => (each === '*' ? some(random, PIECES.slice(1)) : each));
    const at = random.below(filled.length);
    const stranger = ['', '', filled[at] ?? '', `${filled[at]}${filled[at]}`, random.pick(STRANGE), ''][random.below(6)] ?? '';
    return random.below(2) === 0 ? filled.join('') : [...filled.slice(0, at), stranger, ...filled.slice(at + 1)].join('');
  }

  it(`and both open the same ways, over ${ROUNDS} patterns and names`, () => {
    const random = new SeededRandom(20_261_122);
    const disagreements: string[] = [];
    let open = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const glob = some(random, PIECES);
      const name = nameFor(glob, random);
      if (!isBranchGlob(glob) || name === '') continue;
      const expected = new RegExp(`^(?:${branchPattern(glob)})$`).test(name);
      open += expected ? 1 : 0;
      if (passes(openTo(glob, name), 'branches.flow') !== expected) disagreements.push(`${glob} ${JSON.stringify(name)}`);
    }
    expect(disagreements).toEqual([]);
    expect([open > ROUNDS / 4, open < (ROUNDS * 3) / 4]).toEqual([true, true]); // else the law would say nothing
  });

  it('and in the same words, so that the rule knows it without making an expression of it', () =>
    expect(readFileSync('policies/lib/patterns.rego', 'utf8')).toContain(`star := "${branchPattern('*')}"`));

  it('and of every single character', () => {
    const characters = [...Array.from({ length: 0x17f }, (_, code) => String.fromCodePoint(code)), ...STRANGE];
    const star = new RegExp(`^(?:${branchPattern('a*')})$`);
    const differing = characters.filter((each) => passes(openTo('a*', `a${each}`), 'branches.flow') !== star.test(`a${each}`));
    expect(differing).toEqual([]);
  });
});

describe('how long an exception may last is said twice, in TypeScript and in Rego', () => {
  const lasting = (severity: (typeof SEVERITIES)[number], seconds: number): InputDocument => {
    const from = allowed.evaluated_at - 1;
    return excused(allowed, { severity, state: 'active', not_before: from, expires: from + seconds });
  };

  it.each(SEVERITIES)('and both have the same last second: %s', (severity) => {
    expect(passes(lasting(severity, LONGEST_LIFE[severity]), 'exceptions.validity')).toBe(true);
    expect(passes(lasting(severity, LONGEST_LIFE[severity] + 1), 'exceptions.validity')).toBe(false);
  });
});
