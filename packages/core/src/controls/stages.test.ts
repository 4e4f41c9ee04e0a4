import { describe, expect, it } from '@jest/globals';
import { findControl } from './frameworks/find-control.ts';
import { CROSSWALK, crosswalkOn } from './frameworks/crosswalk.ts';
import { ISO27001 } from './frameworks/iso27001.ts';
import { stages } from './stages.ts';
import { knownRules } from './test/known-rules.ts';

describe('the ten stages', () => {
  it('are ten, in the order of the decisions, each with controls of both frameworks', () => {
    const all = stages(knownRules);
    expect(all.map(({ name }) => name)).toEqual([
      'Branch protection',
      'SAST',
      'SCA with SBOM',
      'Secrets scanning',
      'IaC scanning',
      'Container image scanning',
      'DAST',
      'Approval gates',
      'Immutable audit logging',
      'Rollback',
    ]);
    expect(all.filter(({ iso27001, soc2 }) => iso27001.length === 0 || soc2.length === 0)).toEqual([]);
  });

  it('claim no rule that the bundle does not have', () => {
    const none = stages({ rules: [] });
    expect(none.flatMap(({ rules }) => rules)).toEqual([]);
    const one = stages({ rules: knownRules.rules.filter(({ id }) => id === 'scans.secrets') });
    expect(one.flatMap(({ rules }) => rules)).toEqual(['scans.secrets']);
  });

  it('say so where nothing covers them', () => {
    const uncovered = stages(knownRules).filter(({ rules }) => rules.length === 0);
    expect(uncovered.map(({ name }) => name)).toEqual(['Immutable audit logging', 'Rollback']);
    expect(uncovered.every(({ note }) => note !== null)).toBe(true);
  });

  it.each([
    ['Branch protection', ['"proofrail doctor"', '"proofrail merges verify"']],
    ['SCA with SBOM', ['archive-sbom', 'verify-digest']],
    ['Immutable audit logging', ['"proofrail verify"']],
    ['Rollback', ['verify-digest', 'record-evidence', '"proofrail doctor"']],
  ])('say what there is for %s beside the rules of the gate', (stage, named) => {
    const { note } = stages(knownRules).find(({ name }) => name === stage) ?? { note: null };
    expect(named.filter((tool) => note?.includes(tool) !== true)).toEqual([]);
  });

  it('name every rule of the gate that is about a stage', () => {
    const named = new Set(stages(knownRules).flatMap(({ rules }) => rules));
    const unnamed = knownRules.rules.map(({ id }) => id).filter((id) => !named.has(id));
    expect(unnamed).toEqual(['exceptions.validity', 'integrity.evidence']);
  });
});

describe('the crosswalk', () => {
  it('names only controls that exist', () => {
    const ids = CROSSWALK.flatMap(({ iso27001, soc2 }) => [...iso27001, ...soc2]);
    expect(ids.filter((id) => findControl(id) === null)).toEqual([]);
    expect(ISO27001).toHaveLength(93);
  });

  it('has each row once, with something to show for each', () => {
    expect(new Set(CROSSWALK.map(({ row }) => row)).size).toBe(CROSSWALK.length);
    expect(
      CROSSWALK.filter(({ iso27001, soc2, evidence }) => [iso27001, soc2, evidence].some((list) => list.length === 0)),
    ).toEqual([]);
  });

  it('holds from the day on which the edition appeared', () => {
    expect(crosswalkOn('2022-10-24')).toEqual([]);
    expect(crosswalkOn('2022-10-25')).toHaveLength(CROSSWALK.length);
  });

  it('shows people’s work as people’s work', () => {
    expect(CROSSWALK.filter(({ method }) => method === 'manual').map(({ row }) => row)).toEqual([28, 29, 30, 34, 39]);
  });
});
