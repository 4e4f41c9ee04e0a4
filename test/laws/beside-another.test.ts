import { describe, expect, it } from '@jest/globals';
import { close, push, retarget, type Change, type SoundChange } from '@proofrail/testkit';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { openBeside, runFor } from '../github/beside.ts';
import { collect, judge } from '../github/collecting.ts';
import { approveAgain } from '../github/run-again.ts';
import { inRequiredRun } from '../required-run.ts';
import { generatedChange } from './generated-change.ts';

const SEEDS = Array.from({ length: inRequiredRun(120, 12) }, (_, seed) => seed);

/** What happens to the change itself, with or without others beside it. */
const OWN: readonly ((change: SoundChange) => void)[] = [
  (change) => runFor(change, change),
  (change) => runFor(change, change, 'failure'),
  (change) => {
    push(change, change.author);
    approveAgain(change);
  },
];

type Beside = (change: SoundChange, others: Change[], number: number) => void;

/** What somebody does with other pull requests of its head, into a branch of their own. */
const BESIDE: readonly Beside[] = [
  (change, others, number) => void others.push(openBeside(change, { number })),
  (change, others, number) => void others.push(openBeside(change, { number, from: `aside-${number}` })),
  (_, others) => {
    const open = others.filter(({ pullRequest }) => pullRequest.closed === null).at(-1);
    if (open !== undefined) close(open);
  },
  (change, others) => {
    const last = others.at(-1);
    if (last?.pullRequest.closed === null) retarget(last, 'main', change.author);
  },
  ({ repository }, others) => {
    const aside = others.findLast(({ pullRequest }) => pullRequest.head.branch.startsWith('aside-'));
    if (aside === undefined) return;
    if (aside.pullRequest.closed === null) close(aside);
    repository.branches.delete(aside.pullRequest.head.branch);
  },
  (change, others) => others.forEach((other) => runFor(change, other)),
  (change, others) => others.forEach((other) => runFor(change, other)),
];

/** The same for the same seed, so that it happens once with the others and once without. */
function happened(seed: number, withOthers: boolean): SoundChange {
  const change = generatedChange(new SeededRandom(seed));
  const random = new SeededRandom(seed + 1_000);
  const others: Change[] = [];
  for (let step = 0; step < 8; step += 1) {
    const own = random.below(4) === 0 ? random.pick(OWN) : null;
    const beside = random.pick(BESIDE);
    if (own !== null) own(change);
    else if (withOthers) beside(change, others, 100 + step);
  }
  return change;
}

async function outcomeOf(change: SoundChange): Promise<string> {
  const { collected, unmodelled } = await collect(change, { waitMinutes: 0 });
  expect(unmodelled).toEqual([]);
  return collected.map((each) => judge(each).decision.outcome).join();
}

describe('pull requests of the same head, into a branch that nobody listed', () => {
  it('never make an allowed change of one that is denied, whatever they run and whenever they are closed', async () => {
    const seen = new Set<string>();
    for (const seed of SEEDS) {
      const [alone, beside] = [await outcomeOf(happened(seed, false)), await outcomeOf(happened(seed, true))];
      if (alone === 'deny') expect([seed, beside]).toEqual([seed, 'deny']);
      seen.add(`${alone}, ${beside}`);
    }
    // Else nothing was shown: there are changes that stay what they were, and some that lose their checks.
    expect([...seen].sort()).toEqual(['allow, allow', 'allow, deny', 'deny, deny']);
  });
});
