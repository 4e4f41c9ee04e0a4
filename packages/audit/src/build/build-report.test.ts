import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { Finding } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';
import {
  approval,
  ARTIFACT,
  bill,
  bypass,
  countersigned,
  decision,
  HEAD,
  intent,
  merged,
  MINUTE,
  rule,
  START,
  vouched,
} from '../../test/records.ts';
import { MANIFEST, VERIFIED } from '../../test/verified.ts';
import { buildReport, type ReportSelection } from './build-report.ts';
import { gathered } from './gathering.ts';
import type { PlacedRecord } from './placed-record.ts';

const TRUSTED: Verification = {
  ...VERIFIED,
  trust: { kind: 'trust-file', origin: 'nonesuch.example/evidence', keys: 1, pinned: 0, streams: 0 },
};
const report = (records: readonly PlacedRecord[], selection: ReportSelection = {}, verification = TRUSTED) =>
  buildReport(gathered(records), verification, MANIFEST, selection);
const kinds = (records: readonly PlacedRecord[], selection: ReportSelection = {}, verification = TRUSTED) =>
  report(records, selection, verification).deviations.map(({ kind }) => kind);
const denial = { decision: 'deny' as const, rules: [rule({ status: 'fail' })] };

describe('the period', () => {
  const at = [0, 1, 2].map((minutes) => decision({}, { at: START + minutes * MINUTE, run: String(minutes) }));

  it('holds its first moment and not its last, so that two periods side by side count nothing twice', () => {
    const shown = (from: number, to: number) =>
      report(at, { from: START + from * MINUTE, to: START + to * MINUTE }).changes.length;
    expect([shown(0, 1), shown(1, 2), shown(0, 2), shown(3, 9)]).toEqual([1, 1, 2, 0]);
  });

  it('does not hide that a result exists because it came after the period', () => {
    const records = [intent({ at: START }), decision({}, { at: START + 40 * MINUTE })];
    expect(kinds(records, { to: START + 35 * MINUTE })).not.toContain('missing-result');
  });
});

describe('deviations', () => {
  it('put what is wrong with the evidence before what was denied, and that before what was let by', () => {
    const place = { stream: '1', slot: 1, position: 1, key: 'k' };
    const finding = { ...place, kind: 'altered', detail: 'd', acknowledged: null } as unknown as Finding;
    const waived = decision(
      {
        rules: [rule({ status: 'waived', exception: 'ex-1' })],
        waivers: [{ exception: 'ex-1', rule: 'approvals.quorum', days_left: 3 }],
      },
      { common: { facts: 'given' } },
    );
    const warned = decision({ rules: [rule({ status: 'fail', mode: 'warn' })] }, { run: '2' });
    const failed = decision(
      { decision: 'deny', cause: 'error', error: { code: 'policy/wasm', message: { sha256: sha256(''), length: 0 } }, rules: [] },
      { run: '3' },
    );
    const found = kinds(
      [waived, warned, failed, decision(denial, { run: '4' }), bypass()],
      {},
      { ...TRUSTED, outcome: 'tampered', findings: [finding] },
    );
    expect(found).toEqual(['verification', 'bypass', 'error', 'denied', 'exception-used', 'warned', 'facts-given']);
  });

  it('say of a bypass why it is one, and of one that an exception covers which exception it is', () => {
    const excepted = bypass({ state: 'excepted', exception: 'break-glass', reason: 'tree-differs' });
    const unknown = bypass({ state: 'unverified', reason: 'pull-requests-unknown', pull_request: 7 });
    expect(report([bypass(), unknown, excepted]).deviations).toMatchObject([
      { kind: 'bypass', details: ['no-pull-request: no pull request brought it', expect.any(String)] },
      { kind: 'bypass', title: 'Pull request 7 could not be verified after it landed' },
      { kind: 'exception-used', title: expect.stringContaining('break-glass') },
    ]);
  });

  it('name a run that announced a result and never wrote it, once its deadline has passed', () => {
    const later = decision({}, { at: START + 60 * MINUTE, run: '5' });
    expect(kinds([intent(), later])).toContain('missing-result');
    expect(kinds([intent()])).not.toContain('missing-result');
    expect(kinds([intent(), decision({}, { at: START + MINUTE }), later])).not.toContain('missing-result');
  });

  it('keep a record in sight that this version cannot read', () => {
    const known = decision();
    const unknown: PlacedRecord = {
      ...known,
      record: { kind: 'unrecognised', predicateType: 'https://example.org/later/v9', subject: [] },
    };
    const model = report([unknown]);
    expect(model.deviations).toMatchObject([{ kind: 'unrecognised', details: ['https://example.org/later/v9'] }]);
    expect(model.scope.recordsShown).toBe(1);
  });

  it('leave out what a crash leaves behind and the next writer mends, which stands with the stream', () => {
    const pending = { kind: 'pending', stream: '1', slot: null, position: null, key: 'k', detail: 'd' } as unknown as Finding;
    expect(kinds([decision()], {}, { ...TRUSTED, findings: [pending] })).toEqual([]);
  });

  it('give each reason of a rule a line of its own', () => {
    const reasons = ['before-last-push', 'by-contributor'].map((code) => ({ code, params: {} }));
    const model = report([decision({ decision: 'deny', rules: [rule({ status: 'fail', reasons })] })]);
    const line = expect.stringMatching(/^approvals\.quorum: [^;]+$/);
    expect(model.deviations).toMatchObject([{ kind: 'denied', details: [line, line] }]);
  });

  it('count a rule that could not be answered as a failure, never as silence', () => {
    const model = report([decision({ decision: 'deny', rules: [rule({ status: 'unknown' })] })]);
    expect(model.deviations).toMatchObject([{ kind: 'denied', details: ['approvals.quorum: unknown'] }]);
    expect(model.coverage).toMatchObject([{ control: 'A.8.32', passed: 0, unknown: 1 }]);
  });
});

describe('the protected branch', () => {
  it('shows each commit with the decision that allowed it, and leads from a bypass to its place', () => {
    const allowed = decision({}, { run: '1' });
    const model = report([allowed, merged(allowed, { at: START + MINUTE }), bypass({}, { at: START + 2 * MINUTE })]);
    expect(model.landings).toMatchObject([
      { anchor: 'landing-1', state: 'merged', change: 'change-1', pullRequest: 7, how: 'squashed or rebased, one commit' },
      { anchor: 'landing-2', state: 'bypass', change: null, how: 'no pull request brought it' },
    ]);
    expect(model.deviations).toMatchObject([{ kind: 'bypass', anchor: 'landing-2' }]);
  });

  it('keeps a provisional answer apart: it allowed nothing, and it denied nothing either', () => {
    const model = report([decision({ ...denial, provisional: true })]);
    expect(model.changes).toMatchObject([{ outcome: 'provisional' }]);
    expect(model.deviations).toEqual([]);
  });
});

describe('who wrote the records', () => {
  it('is the platform that says so, by repository, workflow, run and runner, and never a silence', () => {
    const model = report([
      decision({}, { platform: vouched('11') }),
      decision({}, { platform: vouched('12') }),
      decision({}, { platform: countersigned('10') }),
      decision({}, { platform: { kind: 'unverified', why: 'token/erased' } }),
      decision({}, { platform: { kind: 'absent' } }),
      decision(),
    ]);
    expect(model.writers).toMatchObject([
      { platform: { kind: 'verified', repository: '700001', runner: 'github-hosted' }, runs: ['11', '12'], records: 2 },
      { platform: { kind: 'countersigned', repository: '700001', runner: 'github-hosted' }, runs: ['10'] },
      { platform: { kind: 'unverified', why: 'token/erased' }, runs: ['9000001'] },
      { platform: { kind: 'unverified', why: 'platform/missing' } },
      { platform: { kind: 'none' } },
    ]);
    expect(model.scope.vouchedFor).toBe(3);
  });

  it('is a deviation where the platform vouches for some records and not for others', () => {
    const words = decision({}, { platform: vouched('11') });
    expect(kinds([words, decision()])).toEqual(['unsigned-by-platform']);
    expect([kinds([words]), kinds([decision()])]).toEqual([[], []]);
    expect(kinds([words, decision({}, { platform: countersigned('10') })])).toEqual([]);
  });
});

it('says of records whose ledger is deleted that they are not retained, and after how many days', () => {
  const kept = decision({}, { keeping: { by: 'artifact', days: 90 } });
  expect(report([decision(), kept, kept]).scope.notRetained).toEqual(['not retained: GitHub deletes this after 90 days']);
  expect(report([decision()]).scope.notRetained).toEqual([]);
});

describe('the review of a change', () => {
  it('belongs to the decision that names it, also where one run judged several changes', () => {
    const [first, second] = [approval({}, { run: '5' }), approval({ tickets: { known: true, value: [] } }, { run: '5' })];
    const naming = (fact: PlacedRecord) => {
      const related = [{ rel: 'fact', digest: fact.placed.digest }];
      return decision({}, { run: '5', common: { related } });
    };
    const model = report([first, second, naming(first), naming(second)]);
    expect(model.changes).toMatchObject([
      { review: { tickets: { value: [expect.stringMatching(/^\[text [0-9a-f]{12}, 12 bytes\]$/)] } }, evidence: { length: 2 } },
      { review: { tickets: { value: [] } }, evidence: { length: 2 } },
    ]);
  });

  it('says what is not known as not known', () => {
    expect(report([approval(), decision()]).changes).toMatchObject([{ review: { checks: { known: false, why: 'forbidden' } } }]);
  });
});

describe('a report about one control', () => {
  const other = rule({ id: 'scans.threshold', status: 'fail', controls: ['A.8.8'] });

  it('shows of a decision only what concerns it, and keeps the decision itself', () => {
    const model = report([decision({ decision: 'deny', rules: [rule(), other] })], { control: 'A.8.32' });
    expect(model.changes).toMatchObject([{ outcome: 'deny', rules: [{ id: 'approvals.quorum' }] }]);
    expect(model.coverage.map(({ control }) => control)).toEqual(['A.8.32']);
  });

  it('keeps a decision that failed as a whole: it says of every control that nothing was judged', () => {
    const failed = decision({
      decision: 'deny',
      cause: 'error',
      error: { code: 'policy/wasm', message: { sha256: sha256(''), length: 0 } },
      rules: [],
    });
    expect(report([failed], { control: 'A.8.32' }).deviations).toMatchObject([{ kind: 'error' }]);
  });

  it('says of another control that there is nothing, instead of showing the rest', () => {
    const model = report([decision()], { control: 'A.5.17' });
    expect([model.scope.recordsShown, model.changes, model.deviations]).toEqual([0, [], []]);
  });
});

describe('an image', () => {
  it('is linked to the allowed decision about its commit, and says whose word that is', () => {
    const records = [decision(denial, { run: '1' }), decision({}, { run: '2', at: START + MINUTE }), bill(HEAD, { run: '3' })];
    expect(report(records).images).toMatchObject([
      { digest: ARTIFACT, commits: [{ commit: HEAD, saidBy: 'claimed by archive-sbom', change: 'change-2' }], deployments: [] },
    ]);
  });

  it('is not linked to a denial, nor to a decision about another commit', () => {
    expect(report([decision(denial), bill(HEAD)]).images[0]?.commits).toMatchObject([{ change: null }]);
    expect(report([decision(), bill('c'.repeat(40))]).images[0]?.commits).toMatchObject([{ change: null }]);
    expect(report([decision(), bill(null)]).images[0]?.commits).toEqual([]);
  });
});

it('is the same for the same records, whatever was read first', () => {
  const records = [intent(), decision(denial), decision({}, { run: '2' }), bill(HEAD)];
  expect(report(records)).toEqual(report(structuredClone(records)));
});

it('without a trust file is consistent at best, never verified', () => {
  expect(report([decision()], {}, { ...TRUSTED, trust: { kind: 'none' } }).verification.outcome).toBe('consistent');
  expect(report([decision()]).verification.outcome).toBe('verified');
});
