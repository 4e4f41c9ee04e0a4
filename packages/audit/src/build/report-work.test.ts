import { expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { Manifest } from '@proofrail/core/policy';
import type { Verification } from '@proofrail/core/verification';
import { approval, bill, decision, intent, merged, SUBJECT } from '../../test/records.ts';
import { buildReport } from './build-report.ts';
import { gathered } from './gathering.ts';
import type { PlacedRecord } from './placed-record.ts';

const MANIFEST: Manifest = { version: 1, opa: '1', policy: sha256(''), capabilities: sha256(''), rules: [] };
const VERIFIED: Verification = {
  outcome: 'allow',
  trust: { kind: 'none' },
  order: 'not sealed: order rests on the folder',
  ledger: 'file:ledger',
  assurance: 'local',
  streams: [],
  receipts: 0,
  since: null,
  waiting: 0,
  seal: { state: 'none' },
  findings: [],
};

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
