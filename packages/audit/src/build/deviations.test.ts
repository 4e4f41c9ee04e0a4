import { expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { Finding } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import { countDeviations } from '../report-model.ts';
import { deviationsOf } from './deviations.ts';

const UNSIGNED: Finding = {
  ...{ stream: '1', slot: null, position: null, key: 'k', kind: 'unsigned', code: 'record/signature' },
  ...{ detail: 'Not signed.', found: null, digest: sha256('finding'), acknowledged: null },
};

it('counts every finding and lists the first hundred of a code: a page of a million is read by nobody', () => {
  const verification: Verification = {
    ...{ outcome: 'tampered', order: 'not sealed: order rests on the folder', ledger: 'file:ledger', assurance: 'local' },
    ...{ trust: { kind: 'none' }, streams: [], receipts: 0, since: null, waiting: 0, seal: { state: 'none' } },
    findings: Array.from({ length: 1000 }, () => UNSIGNED),
  };
  const nothing = { changes: [], landings: [], writers: [], shown: [], all: [], until: 0 };
  const deviations = deviationsOf({ verification, ...nothing });
  expect([deviations.length, countDeviations(deviations)]).toEqual([101, 1000]);
  expect(deviations.at(-1)?.title).toBe('unsigned: 900 more of record/signature');
});
