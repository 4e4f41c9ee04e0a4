import { expect, it } from '@jest/globals';
import { approval, bill, decision, intent, merged, SUBJECT } from '../../test/records.ts';
import { MANIFEST, VERIFIED } from '../../test/verified.ts';
import { buildReport } from './build-report.ts';
import { gathered } from './gathering.ts';
import type { PlacedRecord } from './placed-record.ts';

it('asks no record of every decision: twice as many are twice as much work', () => {
  const looksAt = (count: number): number => {
    let looks = 0;
    const entries = Array.from({ length: count }, (_, index) => {
      const run = String(index + 1);
      const head = String(index).padStart(40, '0');
      const decided = decision({ subject: { ...SUBJECT, number: index, head, checked: head } }, { run });
      return [decided, intent({ run }), approval({}, { run }), merged(decided, { run: `1${run}` }), bill(head, { run })];
    });
    const watched = entries.flat().map(({ placed, record, slotDigest }): PlacedRecord => ({
      placed,
      slotDigest,
      get record() {
        looks += 1;
        return record;
      },
    }));
    buildReport(gathered(watched), VERIFIED, MANIFEST);
    return looks;
  };
  expect(looksAt(60) / looksAt(30)).toBeLessThan(2.1);
});
