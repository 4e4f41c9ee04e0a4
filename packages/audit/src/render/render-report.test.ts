import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sampleModel } from '../../test/sample-model.ts';
import type { ReportModel } from '../report-model.ts';
import { renderReport, reportPieces } from './render-report.ts';

const EMPTY: ReportModel = {
  ...sampleModel,
  scope: {
    ...sampleModel.scope,
    covered: null,
    recordsShown: 0,
    recordsInLedger: 0,
    streams: [],
    facts: { read: 0, given: 0 },
    vouchedFor: 0,
    notRetained: [],
  },
  verification: {
    outcome: 'nothing-checked',
    trusted: false,
    receipts: 0,
    trust: 'none, consistency only',
    order: 'not sealed: order rests on the folder',
    locked: null,
    again: [],
    streams: [],
  },
  deviations: [],
  changes: [],
  landings: [],
  writers: [],
  images: [],
  approvals: [],
  coverage: [],
  people: 0,
};

/** The same model with every string replaced. Words from closed lists are left: no outsider writes them. */
function saying(text: string, value: unknown = sampleModel): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => saying(text, item));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, CLOSED.has(name) ? member : saying(text, member)]);
  return Object.fromEntries(members);
}
const CLOSED = new Set([
  'outcome',
  'kind',
  'status',
  'assurance',
  'cause',
  'facts',
  'mode',
  'why',
  'state',
  'class',
  'signature',
  'runner',
]);

describe('report.html', () => {
  it('lets no text of a record become markup, whichever field it stands in', () => {
    const tags = (page: string) => page.match(/<[^>]*>/g)?.map((tag) => tag.match(/^<\/?[a-z!]+/i)?.[0] ?? tag);
    const hostile = renderReport(saying('"><img src=x onerror=alert(1)>\'<!--') as ReportModel);
    expect(hostile).not.toContain('<img');
    expect(hostile.match(/&lt;img/g)?.length).toBeGreaterThan(200);
    expect(tags(hostile)).toEqual(tags(renderReport(saying('plain') as ReportModel)));
  });

  it('puts deviations before everything else that it lists', () => {
    const page = renderReport(sampleModel);
    const order = ['deviations', 'changes', 'landings', 'images', 'approvals', 'coverage', 'writers', 'checking'].map((id) =>
      page.indexOf(`<section id="${id}"`),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('never says more than evidence can: it supports, and nothing is compliant, certified or guaranteed', () => {
    for (const model of [sampleModel, EMPTY]) {
      const page = renderReport(model);
      expect(page).not.toMatch(/complian|conform|certif|guarantee/i);
      expect(page).toMatch(/supports/);
    }
  });

  it('says of an empty period that nothing was looked at, and shows no tick', () => {
    const page = renderReport(EMPTY);
    expect(page).toMatch(/Nothing checked/);
    expect(page).toMatch(/Nothing to show/);
    expect(page).toMatch(/not a result/);
    expect(page).toMatch(/no record in it verifies/);
    expect(page).not.toContain('✓');
  });

  const nothingShown = (outcome: 'verified' | 'tampered', recordsInLedger: number): string =>
    renderReport({
      ...EMPTY,
      scope: { ...EMPTY.scope, recordsInLedger },
      verification: { ...EMPTY.verification, outcome },
    });

  it('says as of when each stream was verified: a report of a copy that ends early looks like any other', () => {
    const [masthead = ''] = renderReport(sampleModel).split('</header>');
    expect(masthead.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')).toContain(
      'Stream 731204418: 8 records in 6 slots, newest 2026-11-03 09:52:44 UTC',
    );
  });

  it('says from how many answers of the platform the facts of a change were read, and whether their bytes lie anywhere', () => {
    const given = [...renderReport(sampleModel).matchAll(/<p class="given">(.*?)<\/p>/g)].map(([, text = '']) =>
      text.replaceAll(/<[^>]+>/g, '').trim(),
    );
    expect(given.map((text) => text.replace(/^\W+/, ''))).toEqual([
      'facts given, not read',
      'facts read live by the run from 9 answers kept outside of the ledger',
      'facts read live by the run from 1 answer on record by digest',
    ]);
  });

  it('says for how long objects are locked: what locks for a day is write-once too', () => {
    const again = [['--days', '30']] as const;
    const page = renderReport({ ...sampleModel, verification: { ...sampleModel.verification, again } });
    const [masthead = ''] = page.split('</header>');
    expect(masthead).toContain('30 days are asked of each object (as the bucket locks by itself)');
    expect(page).toContain('--receipt receipt.json --days 30 ');
    expect(renderReport(EMPTY)).not.toContain('Locked');
  });

  it('says of a period without records that it is empty before it says that the ledger verifies', () => {
    const page = nothingShown('verified', 8);
    expect(page).toMatch(/no record falls in it/);
    expect(page).toMatch(/none of 8 records that verify/);
    expect(page.indexOf('Nothing to show')).toBeLessThan(page.indexOf('Every slot and record was read'));
  });

  it('says of a ledger in which nothing verifies that it was tampered with, and not that the period is empty', () => {
    const page = nothingShown('tampered', 0);
    expect(page.indexOf('At least one object')).toBeLessThan(page.indexOf('Nothing to show'));
    expect(page).toMatch(/No record of this ledger verifies/);
    expect(page).not.toMatch(/falls in/);
  });

  it('says that the control worked where something was denied, and not where the ledger itself is wrong', () => {
    const verification = { kind: 'verification' as const, title: 'altered', details: [], at: null, controls: [], anchor: null };
    expect(renderReport(sampleModel)).toMatch(/A denial means that the control worked/);
    expect(renderReport({ ...EMPTY, deviations: [verification] })).not.toMatch(/the control worked/);
  });

  it('shows of a denial the rules that count, and folds away those that stood in nobody’s way', () => {
    const [, denied = ''] = renderReport(sampleModel).split(/<article id="change-1"/);
    const [open = '', folded = ''] = denied.split(/<summary>The others: /);
    const inArticle = (text: string, row: RegExp): number => text.split('</article>')[0]?.match(row)?.length ?? 0;
    const { rules = [] } = sampleModel.changes.find(({ anchor }) => anchor === 'change-1') ?? {};
    const counting = rules.filter(({ status }) => ['fail', 'unknown', 'waived'].includes(status)).length;
    expect(inArticle(open, /<th role="rowheader"[^>]*data-label="Rule"/g)).toBe(counting);
    expect(folded.match(/<ul class="rules">([^]*?)<\/ul>/)?.[1]?.match(/<li>/g)).toHaveLength(rules.length - counting);
    expect(rules.length).toBeGreaterThan(counting);
    expect(folded).toMatch(/^\d+ passed/);
    expect(open).toMatch(/<details open><summary>Decision:/);
    expect(open.slice(open.lastIndexOf('<details'))).not.toContain('open');
  });

  it('counts the population before it is told, and lists it in one table with a way to each decision', () => {
    const page = renderReport(sampleModel);
    const [, figures] = page.match(/<ul class="figures">([^]*?)<\/ul>/) ?? [];
    expect(figures).toContain(`<strong>${sampleModel.changes.length}</strong> decisions`);
    const [table] = page.match(/<caption>\s*Population: [^]*?<\/table>/) ?? [];
    const rows = [...(table ?? '').matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(rows).toEqual(sampleModel.changes.map(({ anchor }) => anchor));
  });

  it('names the very command that it came from: another selection would be another page', () => {
    const scope = {
      ...sampleModel.scope,
      ledger: 's3://example-evidence/ledger?region=eu-central-1&owner=111122223333',
      stream: '731204418',
      control: 'A.8.32',
    };
    const page = renderReport({ ...sampleModel, scope })
      .replaceAll('&amp;', '&')
      .replaceAll('&#39;', "'");
    const ledger = `--ledger '${scope.ledger}'`;
    expect(page).toContain(`proofrail verify ${ledger} --trust trust.json`);
    expect(page).toContain(
      `proofrail report ${ledger} --trust trust.json --receipt receipt.json --stream 731204418 --control A.8.32 --from 2026-11-01 --to 2026-11-30 --out again.html`,
    );
    expect(renderReport(EMPTY)).toContain('proofrail report --ledger file:./proofrail-demo/ledger --from');
  });

  it('is the same bytes for the same model, so that two reports can be compared by digest', () => {
    expect(renderReport(structuredClone(sampleModel))).toBe(renderReport(sampleModel));
  });

  it('allows its own style sheet by hash and nothing else', () => {
    const page = renderReport(sampleModel);
    const style = page.match(/<style>([^]*?)<\/style>/)?.[1] ?? '';
    const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(page).not.toMatch(/<script|javascript:|\son[a-z]+=|https?:\/\//i);
  });

  it('states every status in words: taking all colour away loses nothing', () => {
    const marks = [
      ...renderReport(sampleModel).matchAll(
        /<span class="mark [a-z]+"><span class="shape" aria-hidden="true">[^<]+<\/span>([^<]*)<\/span>/g,
      ),
    ];
    expect(marks.length).toBeGreaterThan(10);
    for (const [, word] of marks) expect(word).toMatch(/[a-z]{4}/i);
  });

  it('names no anchor that is not on the page', () => {
    const page = renderReport(sampleModel);
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  });
});

it('comes in pieces that are no longer for ten times as much: a page of years is longer than a string may be', () => {
  const many = (times: number): ReportModel => {
    const { changes, landings, images, deviations, approvals } = sampleModel;
    const all = { changes, landings, images, deviations, approvals };
    const repeated = Object.entries(all).map(([name, rows]) => [name, Array.from({ length: times }, () => rows).flat()]);
    return { ...sampleModel, ...(Object.fromEntries(repeated) as typeof all) };
  };
  const longest = (model: ReportModel): number => Math.max(...[...reportPieces(model)].map(({ length }) => length));
  expect(longest(many(100)) - longest(many(10))).toBeLessThan(100);
  expect([...reportPieces(many(3))].join('')).toBe(renderReport(many(3)));
});
