import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { Finding } from '@proofrail/core/ledger';
import type { Manifest } from '@proofrail/core/policy';
import type { Verification } from '@proofrail/core/verification';
import { deployment } from '../../test/deployment-record.ts';
import { MINUTE, START } from '../../test/records.ts';
import { buildReport } from './build-report.ts';
import { gathered } from './gathering.ts';

const MANIFEST = { version: 1, opa: '1', policy: sha256(''), capabilities: sha256(''), rules: [] } as unknown as Manifest;
const VERIFIED: Verification = {
  outcome: 'allow',
  trust: { kind: 'trust-file', origin: 'nonesuch.example/evidence', keys: 1, pinned: 0, streams: 0 },
  order: 'not sealed: order rests on the bucket',
  ledger: 's3://evidence',
  assurance: 'locked',
  streams: [],
  receipts: 0,
  since: null,
  waiting: 0,
  seal: { state: 'none' },
  findings: [],
};

describe('how it was verified', () => {
  it('is told: for how long objects are locked, and with what the same page is made again', () => {
    const again = [['--days', '30']] as const;
    const { verification } = buildReport(
      gathered([]),
      VERIFIED,
      MANIFEST,
      {},
      { locked: '30 days are asked of each object (--days)', again },
    );
    expect(verification).toMatchObject({ locked: '30 days are asked of each object (--days)', again });
    expect(buildReport(gathered([]), VERIFIED, MANIFEST).verification).toMatchObject({ locked: null, again: [] });
  });

  it('does not call evidence altered where locks alone are too short', () => {
    const place = {
      stream: '1',
      slot: 1,
      position: 1,
      key: 'k',
      detail: 'It is locked for 1 day.',
      digest: sha256(''),
      acknowledged: null,
    };
    const short = { ...place, kind: 'short', code: 'retention/short' } as unknown as Finding;
    const altered = { ...place, kind: 'altered', code: 'record/altered' } as unknown as Finding;
    const outcomeWith = (...findings: Finding[]) =>
      buildReport(gathered([]), { ...VERIFIED, outcome: 'tampered', findings }, MANIFEST).verification.outcome;
    expect([outcomeWith(short), outcomeWith(short, altered)]).toEqual(['short', 'tampered']);
  });
});

describe('a deployment that did not end well', () => {
  it('is a deviation of its own kind: nothing was denied where something failed', () => {
    const ends = ['failed', 'succeeded', 'cancelled', 'refused'] as const;
    const records = ends.map((status, minutes) => deployment(status, { at: START + minutes * MINUTE }));
    expect(buildReport(gathered(records), VERIFIED, MANIFEST).deviations.map(({ kind, title }) => [kind, title])).toEqual([
      ['denied', 'Deployment to production refused'],
      ['deployment', 'Deployment to production failed'],
      ['deployment', 'Deployment to production cancelled'],
    ]);
  });

  it('stands among those of its image in order of time, from whichever stream it comes', () => {
    const records = [2, 0, 1].map((minutes) => deployment('succeeded', { at: START + minutes * MINUTE }));
    expect(
      buildReport(gathered(records), VERIFIED, MANIFEST).images[0]?.deployments.map(({ at }) => (at - START) / MINUTE),
    ).toEqual([0, 1, 2]);
  });
});
