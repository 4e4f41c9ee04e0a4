import { describe, expect, it } from '@jest/globals';
import { checkFacts, type FactsDocument } from '@proofrail/core/context';
import { Failure } from '@proofrail/core/outcomes';
import type { Collected } from '@proofrail/github';
import { DECIDE_SCOPES, type Call, type Fault, type Scopes, type SoundChange } from '@proofrail/testkit';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { aLargeChange } from './a-large-change.ts';
import { collect, judge } from './collecting.ts';
import { soundChange } from './sound-change.ts';

const facts = (collected: readonly { facts: FactsDocument }[]) => collected.map((each) => ({ ...each.facts, read_at: '' }));

/** The ends of everything that is not a crash. */
async function end(
  change: SoundChange,
  place: (inject: (fault: Fault) => void) => void,
  on: (call: Call) => boolean = () => true,
) {
  try {
    const { collected } = await collect(change, {
      waitMinutes: 0,
      prepare: (github) => place((fault) => github.inject(on, fault)),
    });
    collected.forEach((each) => checkFacts(each.facts, 'collected'));
    const outcome = collected.map((each) => judge(each).decision.outcome).join();
    return outcome !== 'allow' || collected.every(isTheSame) ? outcome : 'allowed on other facts';
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.code;
    throw thrown;
  }
}

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

const TRIES = 300;

describe(`${TRIES} answers gone wrong`, () => {
  const HUGE = 'x'.repeat(5_000_000);
  const VALUES = [null, 0, -1, 1.5, '', 'x', HUGE, [], {}, true, '__proto__', { known: true }];

  it('end in facts that are unknown or in a failure with a code; none is a crash', async () => {
    const whole = await collect(MUTATED, { waitMinutes: 0 });
    sound = whole.collected;
    const [change = '', ...others] = whole.calls.map(nameOfCalls());
    const asked = [change, change, change, ...others.sort()];
    const ends = new Map<string, number>();
    for (let seed = 0; seed < TRIES; seed += 1) {
      const random = new SeededRandom(seed);
      const on = random.pick(asked);
      const nameOf = nameOfCalls();
      const fault = random.pick<Fault>([
        { kind: 'html', status: random.pick([200, 403, 404, 500]) },
        { kind: 'cut-body', bytes: random.below(400), how: random.pick(['closed', 'complete']) },
        { kind: 'wrong-encoding', encoding: random.pick(['utf16le', 'claims-gzip']) },
        { kind: 'reset' },
        { kind: 'status', status: random.pick([204, 301, 400, 401, 403, 404, 410, 422, 500, 502, 503]) },
        ...Array.from({ length: 8 }, (): Fault => ({ kind: 'mutate', change: (_call, body) => mutated(body, random, VALUES) })),
      ]);
      const outcome = await end(
        MUTATED,
        (inject) => inject(fault),
        (call) => nameOf(call) === on,
      );
      ends.set(outcome, (ends.get(outcome) ?? 0) + 1);
    }
    expect([...ends.keys()].filter((key) => !/^(allow$|deny$|github\/|config\/)/.test(key))).toEqual([]);
    expect(ends.get('deny')).toBeGreaterThan(TRIES / 5);
  }, 300_000);
});

/** By address, and how often it was asked for before: several calls are made at once and arrive in any order. */
function nameOfCalls(): (call: Call) => string {
  const times = new Map<string, number>();
  return ({ url }) => {
    times.set(url, (times.get(url) ?? 0) + 1);
    return `${url} ${times.get(url)}`;
  };
}

let sound: readonly Collected[] = [];

/** Nothing that a rule reads may be known to be otherwise: what nobody could read is unknown, and denies where a rule asks for it. */
function isTheSame({ facts: found }: Collected, index: number): boolean {
  const names = ['contributors', 'reviews', 'checks', 'scans', 'images', 'accounts', 'repository'] as const;
  const expected = sound[index]?.facts;
  const stripped = ({ change }: FactsDocument) => ({ ...change, merge_queue: null });
  if (expected === undefined) return false;
  return (
    JSON.stringify([stripped(found), ...names.map((name) => found[name])]) ===
    JSON.stringify([stripped(expected), ...names.map((name) => expected[name])])
  );
}

const MUTATED = soundChange();

/** One value somewhere in the answer replaced or removed. */
function mutated(body: unknown, random: SeededRandom, values: readonly unknown[]): unknown {
  if (typeof body !== 'object' || body === null || random.below(12) === 0) return random.pick(values);
  const keys = Object.keys(body);
  if (keys.length === 0) return random.pick(values);
  const key = random.pick(keys);
  const entries = Object.entries(body).flatMap(([name, value]) =>
    name !== key ? [[name, value] as const] : random.below(12) === 0 ? [] : [[name, mutated(value, random, values)] as const],
  );
  return Array.isArray(body) ? entries.map(([, value]) => value as unknown) : Object.fromEntries(entries);
}
