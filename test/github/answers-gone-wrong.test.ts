import { describe, expect, it } from '@jest/globals';
import type { FactsDocument } from '@proofrail/core/context';
import { DECIDE_SCOPES, type Fault, type Scopes } from '@proofrail/testkit';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { aLargeChange } from './a-large-change.ts';
import { collect, judge } from './collecting.ts';
import { soundChange } from './sound-change.ts';

const facts = (collected: readonly { facts: FactsDocument }[]) => collected.map((each) => ({ ...each.facts, read_at: '' }));

const without = (scope: string): Scopes => Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([name]) => name !== scope));

describe('a permission that the job lacks', () => {
  it.each(Object.keys(DECIDE_SCOPES).filter((scope) => !['statuses', 'issues'].includes(scope)))(
    '%s is named with its line, and never allows',
    async (scope) => {
      const change = soundChange({ scopes: without(scope) });
      try {
        const { collected } = await collect(change, { waitMinutes: 0 });
        for (const each of collected) {
          expect(each.missing).toContainEqual({ permission: scope, yaml: `permissions:\n  ${scope}: read` });
          expect(judge(each).decision.outcome).toBe('deny');
        }
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'github/not-readable', doThis: expect.stringContaining(`${scope}: read`) });
      }
    },
  );

  it('is not lacking where code scanning is switched off: there is nothing to read', async () => {
    const change = soundChange();
    change.repository.codeScanning = false;
    const { collected } = await collect(change);
    expect(collected.map((each) => [judge(each).decision.outcome, each.missing])).toEqual([['allow', []]]);
  });
});

describe('a limit of GitHub', () => {
  const later = (seconds: number) => new Date(soundChange().scenario.now.getTime() + seconds * 1000);

  it('that is lifted within a minute is waited for', async () => {
    const { collected, slept } = await collect(soundChange(), {
      prepare: (github) =>
        github.inject((call) => call.route.endsWith('/activity'), { kind: 'secondary-limit', status: 429, retryAfter: 40 }, 1),
    });
    expect(slept).toEqual([40_000]);
    expect(collected.map((each) => judge(each).decision.outcome)).toEqual(['allow']);
  });

  it.each<[string, Fault]>([
    ['of the hour', { kind: 'primary-limit', resetAt: later(1800) }],
    ['by retry-after', { kind: 'secondary-limit', status: 403, retryAfter: 61 }],
    ['named again after each wait', { kind: 'secondary-limit', status: 429, retryAfter: 25 }],
  ])('that lasts longer ends in unavailable, and the limit is named: %s', async (_name, fault) => {
    const collected = collect(soundChange(), {
      prepare: (github) => github.inject((call) => call.route.endsWith('/files'), fault),
    });
    await expect(collected).rejects.toMatchObject({
      code: 'github/rate-limited',
      outcome: 'unavailable',
      found: expect.stringMatching(/limit/),
    });
  });
});

describe('the order and the size of pages', () => {
  it('changes no fact: half pages, and half of those', async () => {
    const change = aLargeChange({ commits: 60, files: 130, reviews: 70, checks: 60 });
    const whole = facts((await collect(change)).collected);
    for (const page of [50, 25, 12]) {
      const { collected, calls } = await collect(change, {
        prepare: (github) => github.inject((call) => call.kind === 'graphql', { kind: 'bad-gateway-over', page }),
      });
      expect(calls.filter(({ kind, status }) => kind === 'graphql' && status === 200).length).toBeGreaterThan(2);
      expect(facts(collected)).toEqual(whole);
    }
  });

  it('changes no fact: every list in any order', async () => {
    const change = aLargeChange({ commits: 12, files: 30, reviews: 9, checks: 12 });
    const whole = facts((await collect(change)).collected);
    for (let seed = 0; seed < 12; seed += 1) {
      const random = new SeededRandom(seed);
      const { collected } = await collect(change, {
        prepare: (github) => github.inject(() => true, { kind: 'mutate', change: (_call, body) => shuffled(body, random) }),
      });
      expect(facts(collected)).toEqual(whole);
    }
  });
});

function shuffled(value: unknown, random: SeededRandom): unknown {
  if (Array.isArray(value)) return random.shuffled(value.map((each: unknown) => shuffled(each, random)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shuffled(each, random)]));
}
