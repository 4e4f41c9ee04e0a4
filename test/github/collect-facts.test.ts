import { describe, expect, it } from '@jest/globals';
import { checkFacts, type FactsDocument } from '@proofrail/core/context';
import { aLargeChange } from './a-large-change.ts';
import { collect, judge } from './collecting.ts';
import { soundChange } from './sound-change.ts';

const counted = (calls: readonly { kind: string; route: string }[]) => {
  const rest = calls
    .filter(({ kind }) => kind === 'rest')
    .map(({ route }) => route.replace(/^.*\{repo\}\//, ''))
    .sort();
  return { graphql: calls.filter(({ kind }) => kind === 'graphql').length, rest };
};

const unknownIn = (facts: FactsDocument): string[] =>
  Object.entries({ ...facts, ...facts.change }).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'known' in value && value.known === false ? [`${name}: ${value.why}`] : [],
  );

describe('a sound change', () => {
  it('gives facts that a gate takes, every one of them known, and is allowed', async () => {
    const { collected, unmodelled, slept } = await collect(soundChange());
    expect([unmodelled, slept, collected.length]).toEqual([[], [], 1]);
    for (const each of collected) {
      expect(checkFacts(each.facts, 'collected')).toEqual(each.facts);
      expect([unknownIn(each.facts), each.missing]).toEqual([[], []]);
      expect(judge(each).decision).toMatchObject({ outcome: 'allow' });
    }
  });

  it('costs the calls of the budget and no more', async () => {
    const { calls } = await collect(soundChange());
    expect(counted(calls)).toEqual({
      graphql: 2,
      rest: [
        'actions/runs/{run_id}',
        'actions/runs/{run_id}/artifacts',
        'actions/runs/{run_id}/artifacts',
        'activity',
        'code-scanning/analyses',
        'pulls/{pull_number}/files',
        'rules/branches/{branch}',
      ],
    });
  });

  it('of 40 commits, 300 files, 12 reviews and 25 checks costs two more: its further pages of files', async () => {
    const { calls, collected } = await collect(aLargeChange({ commits: 40, files: 300, reviews: 12, checks: 25 }));
    const { graphql, rest } = counted(calls);
    expect([graphql, rest.length, rest.filter((route) => route.endsWith('/files')).length]).toEqual([2, 9, 3]);
    for (const each of collected) expect([unknownIn(each.facts), judge(each).decision.outcome]).toEqual([[], 'allow']);
  });

  it('of more files than GitHub lists is not taken for one without the others', async () => {
    const { collected } = await collect(aLargeChange({ commits: 2, files: 4_000, reviews: 2, checks: 4 }));
    for (const { facts } of collected) expect(unknownIn(facts)).toEqual(['images: truncated', 'files: truncated']);
  });

  it('of more commits, reviews and checks than a page holds is read to the end', async () => {
    const { collected } = await collect(aLargeChange({ commits: 130, files: 140, reviews: 120, checks: 110 }));
    for (const each of collected) {
      expect(each.facts.reviews).toMatchObject({ value: { total: 120 } });
      expect([unknownIn(each.facts), judge(each).decision.outcome]).toEqual([[], 'allow']);
    }
  });
});
