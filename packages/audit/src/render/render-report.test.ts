import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sampleModel } from '../../test/sample-model.ts';
import type { ReportModel } from '../report-model.ts';
import { renderReport } from './render-report.ts';

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
  },
  verification: { outcome: 'nothing-checked', trust: 'none, consistency only', streams: [] },
  deviations: [],
  changes: [],
  landings: [],
  writers: [],
  images: [],
  approvals: [],
  coverage: [],
  people: 0,
};

/** The same model with every string replaced, one path at a time. Words from closed lists are left: no outsider writes them. */
function* withEachText(value: unknown, text: string, put: (changed: unknown) => ReportModel): Generator<ReportModel> {
  if (typeof value === 'string') yield put(text);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (CLOSED.has(name)) continue;
    const copy = Array.isArray(value)
      ? (changed: unknown) => value.map((item, index) => (String(index) === name ? changed : item))
      : (changed: unknown) => ({ ...value, [name]: changed });
    yield* withEachText(member, text, (changed) => put(copy(changed)));
  }
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
    const plain = [...withEachText(sampleModel, 'plain', (changed) => changed as ReportModel)].map(renderReport);
    const hostile = [
      ...withEachText(sampleModel, '"><img src=x onerror=alert(1)>\'<!--', (changed) => changed as ReportModel),
    ].map(renderReport);
    expect(plain.length).toBeGreaterThan(100);
    hostile.forEach((page, index) => {
      expect(page).not.toContain('<img');
      expect(tags(page)).toEqual(tags(plain[index] ?? ''));
    });
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
    expect(page).toMatch(/no record falls in it/);
    expect(page).not.toContain('✓');
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
