import { expect, it } from '@jest/globals';
import { ADA, approval, GRACE, soundChange, withFacts } from '../material/change.ts';
import { laidOut, REPORTS } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const GATE = ['gate', '--facts', 'facts.json', ...REPORTS.flatMap((report) => ['--report', report]), '--ledger', 'none'];

it('a denial on a terminal says which account each person is that its reasons speak of, and an allowed change nobody', async () => {
  const items = [approval(GRACE, 60), approval(ADA, 50)];
  const change = withFacts(soundChange(), { reviews: { known: true, value: { items, total: items.length } } });
  using denied = laidOut(change);
  const run = await proofrail(GATE, { cwd: denied.folder });
  expect(run.code).toBe(1);
  const [, label] = /Who is meant.*\n  - (person-[0-9]+) is account 1001 \(/.exec(run.out) ?? [];
  expect([run.out, label]).toEqual([run.out, expect.any(String)]);
  expect(run.out.split('Who is meant')[0]).toContain(label);
  using allowed = laidOut();
  const passed = await proofrail(GATE, { cwd: allowed.folder });
  expect([passed.code, passed.out.includes('Who is meant')]).toEqual([0, false]);
});
