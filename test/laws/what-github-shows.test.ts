import { describe, expect, it } from '@jest/globals';
import { Failure } from '@proofrail/core/outcomes';
import { DECIDE_SCOPES, type Fault, type SoundChange } from '@proofrail/testkit';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { collect, judge } from '../github/collecting.ts';
import { inRequiredRun } from '../required-run.ts';
import { addIrrelevant, generatedChange } from './generated-change.ts';

const SEEDS = Array.from({ length: inRequiredRun(60, 6) }, (_, seed) => seed);

interface Decided {
  readonly outcome: string;
  /** Every rule with its status: two denials for different reasons are two decisions. */
  readonly rules: readonly string[];
}

async function decided(change: SoundChange, fault: Fault | null = null): Promise<Decided> {
  try {
    const { collected } = await collect(change, {
      waitMinutes: 0,
      prepare: (github) => fault !== null && github.inject(() => true, fault),
    });
    const decisions = collected.map((each) => judge(each).decision);
    return {
      outcome: decisions.map(({ outcome }) => outcome).join(),
      rules: decisions.flatMap(({ rules }) => rules.map(({ id, status }) => `${id} ${status}`)),
    };
  } catch (thrown) {
    if (thrown instanceof Failure) return { outcome: thrown.code, rules: [] };
    throw thrown;
  }
}

const made = (seed: number, options = {}) => generatedChange(new SeededRandom(seed), options);
const before = new Map<number, Decided>();
const decidedBefore = async (seed: number): Promise<Decided> => {
  const known = before.get(seed) ?? (await decided(made(seed)));
  before.set(seed, known);
  return known;
};

describe('generated changes', () => {
  it('are some of them allowed and some denied: else the laws below say nothing', async () => {
    const outcomes = new Set<string>();
    for (const seed of SEEDS) outcomes.add((await decidedBefore(seed)).outcome);
    expect([...outcomes].sort()).toEqual(['allow', 'deny']);
  });
});

describe('a decision stays what it is', () => {
  it('when every list comes in another order', async () => {
    for (const seed of SEEDS) {
      const random = new SeededRandom(seed);
      const after = await decided(made(seed), { kind: 'mutate', change: (_call, body) => shuffled(body, random) });
      expect([seed, after]).toEqual([seed, await decidedBefore(seed)]);
    }
  });

  it('when every list comes in smaller pages', async () => {
    for (const seed of SEEDS)
      expect([seed, await decided(made(seed), { kind: 'bad-gateway-over', page: 12 })]).toEqual([
        seed,
        await decidedBefore(seed),
      ]);
  });

  it('when reviews without an opinion and checks that nobody asked for are added', async () => {
    for (const seed of SEEDS) {
      const change = made(seed);
      addIrrelevant(change, new SeededRandom(seed));
      expect([seed, await decided(change)]).toEqual([seed, await decidedBefore(seed)]);
    }
  });
});

// Taken away is what speaks for a change, or the sight of it. What speaks against it is the third road of evidence and tested where it
// is read: an analysis in code scanning adds findings, and without its permission the scans are unknown, which denies (packages/github/src/scans).
describe('what is denied is not allowed', () => {
  const denied = async (): Promise<number[]> => {
    const found: number[] = [];
    for (const seed of SEEDS) if ((await decidedBefore(seed)).outcome === 'deny') found.push(seed);
    return found;
  };

  it('because an approval is taken away', async () => {
    for (const seed of await denied()) {
      const change = made(seed);
      const { reviews } = change.pullRequest;
      const approvals = reviews.filter(({ state }) => state === 'APPROVED');
      if (approvals.length === 0) continue;
      reviews.splice(reviews.indexOf(new SeededRandom(seed).pick(approvals)), 1);
      expect([seed, (await decided(change)).outcome]).not.toEqual([seed, 'allow']);
    }
  });

  it('because the job lacks a permission', async () => {
    for (const seed of await denied()) {
      const lacking = new SeededRandom(seed).pick(Object.keys(DECIDE_SCOPES));
      const scopes = Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([name]) => name !== lacking));
      expect([seed, lacking, (await decided(made(seed, { scopes }))).outcome]).not.toEqual([seed, lacking, 'allow']);
    }
  });

  it('because a page comes empty', async () => {
    for (const seed of await denied()) {
      const random = new SeededRandom(seed);
      const on = 1 + random.below(9);
      let emptied = 'nothing';
      const { outcome } = await decided(made(seed), {
        kind: 'mutate',
        change: (call, body) => {
          const list = call.number === on ? random.pick([...listsIn(body), []]) : [];
          emptied = list.length === 0 ? emptied : `call ${on}, ${JSON.stringify(list).slice(0, 200)}`;
          list.length = 0;
          return body;
        },
      });
      expect([seed, emptied, outcome]).not.toEqual([seed, emptied, 'allow']);
    }
  });
});

/** Every list in an answer that has something in it. */
function* listsIn(value: unknown): Generator<unknown[]> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > 0) yield value as unknown[];
  for (const each of Object.values(value)) yield* listsIn(each);
}

function shuffled(value: unknown, random: SeededRandom): unknown {
  if (Array.isArray(value)) return random.shuffled(value.map((each: unknown) => shuffled(each, random)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shuffled(each, random)]));
}
