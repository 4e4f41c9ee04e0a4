import { buildReport, gathered, type PlacedRecord } from '../../../packages/audit/src/index.ts';
import { sha256 } from '@proofrail/core/canonical';
import type { Manifest } from '@proofrail/core/policy';
import { MINUTE, START } from '../../../packages/audit/test/records.ts';
import type { Answer } from '../attack.ts';

const MANIFEST: Manifest = { version: 1, opa: '1', policy: sha256(''), capabilities: sha256(''), rules: [] };
const VERIFIED = {
  ...({
    outcome: 'allow',
    trust: { kind: 'trust-file', origin: 'test', keys: 1, pinned: 0, streams: 0 },
    ledger: 'file:ledger',
    assurance: 'local',
    order: 'not sealed: order rests on the folder',
  } as const),
  ...{ streams: [], receipts: 0, since: null, waiting: 0, seal: { state: 'none' } as const, findings: [] },
};

/** What the audit report of the next hour asks an auditor to look at. */
export function answerOfTheReport(records: readonly PlacedRecord[]): Promise<Answer> {
  const { deviations } = buildReport(gathered(records), VERIFIED, MANIFEST, { from: START, to: START + 60 * MINUTE });
  return Promise.resolve({ outcome: deviations.length === 0 ? 'allow' : 'deny', says: deviations.map(({ kind }) => kind) });
}
