import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { platformKey, recordKey, type Finding } from '@proofrail/core/ledger';
import { approval, decision, merged, SUBJECT, type MadeRecord } from '../../test/records.ts';
import { MANIFEST, VERIFIED } from '../../test/verified.ts';
import { renderReport } from '../render/render-report.ts';
import { buildReport } from './build-report.ts';
import { gathered } from './gathering.ts';

const keyOf = ({ placed: { stream, name } }: MadeRecord): string => recordKey(stream, name);

function findingAt(key: string, kind: Finding['kind'] = 'unsigned'): Finding {
  const place = { stream: '700001', slot: 1, position: 1, key };
  return { ...place, kind, code: 'record/signature', detail: 'x', found: null, digest: sha256(key), acknowledged: null };
}

function pageOf(records: readonly MadeRecord[], findings: readonly Finding[]) {
  const outcome = findings.length === 0 ? 'allow' : 'tampered';
  const model = buildReport(gathered(records), { ...VERIFIED, outcome, findings }, MANIFEST);
  return { ...model, page: renderReport(model) };
}

describe('what rests on a record that does not verify', () => {
  const fact = approval();
  const related = [{ rel: 'fact' as const, digest: fact.placed.digest }];
  const allowed = decision({ subject: { ...SUBJECT, number: 7 } }, { common: { related } });
  const other = decision({ subject: { ...SUBJECT, number: 8 } }, { run: '8' });
  const landed = merged(allowed);

  it('looks verified nowhere: the change, its landing and a deviation each say so, and no other change does', () => {
    // The approval is left out, as everything is that a stolen key signed and no seal holds.
    const { changes, landings, deviations, coverage, page } = pageOf([allowed, other, landed], [findingAt(keyOf(fact))]);
    expect(changes.map(({ title, doubts }) => [title, doubts])).toEqual([
      ['Pull request 7', [fact.placed.digest]],
      ['Pull request 8', []],
    ]);
    expect(landings).toMatchObject([{ state: 'merged', doubts: [fact.placed.digest] }]);
    const said = deviations.filter(({ anchor }) => anchor !== null).map(({ kind, title, anchor }) => [kind, title, anchor]);
    expect(said).toEqual([
      ['verification', 'Pull request 7: rests on what does not verify', 'change-1'],
      ['verification', `Commit ${'e'.repeat(12)}: rests on what does not verify`, 'landing-1'],
    ]);
    const sound = pageOf([allowed, other, landed], []).coverage;
    const passed = (rows: typeof coverage): number => rows.reduce((sum, row) => sum + row.passed, 0);
    expect(passed(sound)).toBeGreaterThan(0);
    expect(passed(coverage)).toBe(passed(sound) / 2);
    expect(page).toContain('<strong>1</strong> allowed</li>');
    expect(page).toContain('<strong>1</strong> allowed, not verified</li>');
    expect(page.match(/(Allowed|As allowed), not verified/g)).toEqual([
      ...['Allowed, not verified', 'Allowed, not verified'], // in the population, and where it is told
      'As allowed, not verified',
    ]);
  });

  it('is doubted too where the decision itself is not shown, or the platform’s word about a record is not what it was', () => {
    expect(pageOf([landed], [findingAt(keyOf(allowed))]).landings).toMatchObject([
      { change: null, doubts: [allowed.placed.digest] },
    ]);
    const word = platformKey(allowed.placed.stream, allowed.placed.digest);
    expect(pageOf([allowed], [findingAt(word, 'altered')]).changes).toMatchObject([{ doubts: [allowed.placed.digest] }]);
  });

  it('is not what crashes leave behind, nor what can be removed too early', () => {
    const key = keyOf(allowed);
    const { changes, page } = pageOf([allowed, landed], [findingAt(key, 'pending'), findingAt(key, 'short')]);
    expect([changes[0]?.doubts, page.includes('not verified')]).toEqual([[], false]);
  });
});
