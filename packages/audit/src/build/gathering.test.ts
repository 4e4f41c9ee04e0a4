import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { approval, bill, bypass, decision, intent, merged, MINUTE, START, SUBJECT, type Placed } from '../../test/records.ts';
import { MANIFEST, VERIFIED } from '../../test/verified.ts';
import { deployment } from '../../test/deployment-record.ts';
import { buildReport } from './build-report.ts';
import { gathered, Gathering, type GatheredRecords } from './gathering.ts';
import type { PlacedRecord } from './placed-record.ts';

const at = (minutes: number, run: string, more: Placed = {}): Placed => ({ at: START + minutes * MINUTE, run, ...more });
const head = (name: string): typeof SUBJECT => ({ ...SUBJECT, head: sha256(name).slice(7, 47) });
const factsOf = (...facts: readonly PlacedRecord[]): Placed => ({
  common: { related: facts.map(({ placed }) => ({ rel: 'fact', digest: placed.digest })) },
});

/**
 * Minutes apart: two decisions of one run that share no fact, everything that may belong to a decision, one whose record another run's
 * claims, and an intent whose result comes late.
 */
function history(): PlacedRecord[] {
  const [early, other, late] = [approval({}, at(1, '1')), approval({}, at(2, '1')), approval({}, at(30, '9'))];
  const first = decision({ subject: head('a') }, at(3, '1', factsOf(early)));
  const second = decision({ subject: head('b') }, at(4, '1', factsOf(other)));
  const rival = decision({ subject: head('c') }, at(31, '8', factsOf(late)));
  const third = decision({ subject: head('d') }, at(9, '9'));
  return [
    intent(at(0, '1')),
    early,
    other,
    first,
    second,
    bill(head('b').head, at(6, '2')),
    intent(at(7, '7')),
    merged(first, at(8, '3')),
    third,
    bypass({}, at(10, '4')),
    deployment('succeeded', at(20, '5'), second),
    late,
    rival,
    decision({ subject: head('e') }, at(50, '7')),
  ];
}

async function gather(all: readonly PlacedRecord[], from: number, to: number): Promise<GatheredRecords> {
  const gathering = new Gathering({ from, to });
  for (const [number, entry] of all.entries())
    if (gathering.isOfPeriod(entry)) gathering.keep(entry, number);
    else gathering.leave(entry, number);
  return gathering.finish((number) => Promise.resolve(all[number] ?? null));
}

describe('the records of a period', () => {
  it('give the same report as all records of the ledger, wherever it begins and ends', async () => {
    const all = history();
    for (let from = 0; from <= 32; from++)
      for (let to = from + 1; to <= 52; to++) {
        const period = { from: START + from * MINUTE, to: START + to * MINUTE };
        const some = await gather(all, period.from, period.to);
        expect(buildReport(some, VERIFIED, MANIFEST, period)).toEqual(buildReport(gathered(all), VERIFIED, MANIFEST, period));
      }
  });

  it('are all that is kept, with those outside that belong to them', async () => {
    const outside = Array.from({ length: 500 }, (_, n) => {
      const run = String(1_000 + n);
      const decided = decision({ subject: head(run) }, at(100 + n, run));
      return [intent(at(100 + n, run)), decided, approval({}, at(100 + n, run)), merged(decided, at(100 + n, `9${run}`))];
    });
    const inside = history();
    const all = [...inside, ...outside.flat()];
    const { records, rest } = await gather(all, START, START + 60 * MINUTE);
    expect(records).toEqual(inside);
    expect(rest).toEqual({ records: 2_000, newest: START + 599 * MINUTE });
  });

  it('do not hold a record that belongs to one of them and does not verify any more', async () => {
    const all = history();
    const gathering = new Gathering({ from: START + 3 * MINUTE, to: START + 4 * MINUTE });
    for (const [number, entry] of all.entries())
      if (gathering.isOfPeriod(entry)) gathering.keep(entry, number);
      else gathering.leave(entry, number);
    const { records } = await gathering.finish(() => Promise.resolve(null));
    expect(records).toEqual([all[3]]);
  });
});
