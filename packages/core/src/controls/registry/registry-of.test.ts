import { describe, expect, it } from '@jest/globals';
import { requirements } from './requirements.ts';
import * as v from 'valibot';
import { OWN, SHORT } from '../test/registries.ts';
import { registryFrom } from '../test/registry-from.ts';

const short = (text: string) => registryFrom(text, 'controls/iso27001.yaml');
const own = (text: string) => registryFrom(text, 'controls.yaml');
const kept = (evidence: string) => change(OWN, '{retention_years: 7}', evidence);
const change = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the sample no longer holds ${from}`);
  return text.replace(from, to);
};
const failure = (parse: () => unknown): { code: string; at: string; found: string; doThis: string } => {
  try {
    parse();
  } catch (error) {
    return error as { code: string; at: string; found: string; doThis: string };
  }
  throw new Error('nothing was refused');
};

describe('the short form, as the issue writes it', () => {
  it('lets each key decide what it says', () => {
    const registry = short(SHORT);
    const asked = { minimum: 2, roles: { items: ['platform', 'security'], total: 2 } };
    expect(registry.requirements.approvals).toEqual({ ...asked, elevated: { ...asked, minimum: 3 } });
    expect(registry.requirements.branches.protected).toEqual({ items: ['main'], total: 1 });
    expect(registry.requirements.artifacts.immutable).toBe(true);
    expect(registry.retentionYears).toBe(7);
    expect(registry.titles['A.8.32']).toBe('Change Management');
  });

  it('takes flow, scanners and thresholds from preset baseline and says so', () => {
    const registry = short(SHORT);
    expect(registry).toMatchObject({ form: 'short', preset: 'baseline' });
    expect(registry.requirements.branches.flow).toEqual({
      preset: 'trunk',
      allowed: { items: [{ from: expect.any(String), to: 'main' }], total: 1 },
    });
    expect(registry.requirements.scans.required.items.map((scan) => [scan.class, scan.scanner, scan.max_age_seconds])).toEqual([
      ['sast', 'any', 604_800],
      ['secrets', 'any', 604_800],
      ['iac', 'any', 604_800],
    ]);
    for (const limits of Object.values(registry.requirements.scans.thresholds)) {
      expect([limits.critical.maximum, limits.high.maximum, limits.medium.maximum]).toEqual([0, 0, 'unlimited']);
    }
  });

  it.each([
    ['min: 2', 'min: 3', (r: ReturnType<typeof short>) => r.requirements.approvals.minimum, 3],
    ['[security, platform]', '[security]', (r: ReturnType<typeof short>) => r.requirements.approvals.roles.items, ['security']],
    [
      '[main]',
      '[trunk]',
      (r: ReturnType<typeof short>) => r.requirements.branches.flow.allowed.items.map(({ to }) => to),
      ['trunk'],
    ],
    ['retention_years: 7', 'retention_years: 10', (r: ReturnType<typeof short>) => r.retentionYears, 10],
    [
      '    artifacts: {immutable: true}\n',
      '',
      (r: ReturnType<typeof short>) => r.switchedOn.includes('images.digest-only'),
      false,
    ],
    ['min: 2', 'min: 3', (r: ReturnType<typeof short>) => r.requirements.approvals.minimum, 3],
    [', roles: [security, platform]', '', (r: ReturnType<typeof short>) => r.switchedOn.includes('approvals.roles'), false],
  ])('has no key without effect: %s → %s', (from, to, effect, expected) => {
    expect(effect(short(SHORT))).not.toEqual(expected);
    expect(effect(short(change(SHORT, from, to)))).toEqual(expected);
  });

  it('lets nobody change the gate with the approvals that other changes need', () => {
    const { switchedOn, controls, requirements } = short(change(SHORT, 'min: 2', 'min: 1'));
    expect(requirements.approvals).toMatchObject({ minimum: 1, elevated: { minimum: 2 } });
    expect([switchedOn.includes('approvals.elevated'), controls['approvals.elevated']]).toEqual([true, ['A.8.32']]);
  });

  it('takes the strictest of what several controls ask for', () => {
    const registry = short(
      `${SHORT}A.5.3:\n  title: Duties\n  pipeline:\n    approvals: {min: 3, roles: [release]}\n  evidence: {retention_years: 3}\n`,
    );
    const asked = { minimum: 3, roles: { items: ['platform', 'release', 'security'], total: 3 } };
    expect(registry.requirements.approvals).toEqual({ ...asked, elevated: { ...asked, minimum: 4 } });
    expect(registry.retentionYears).toBe(7);
    expect(registry.controls['approvals.quorum']).toEqual(['A.5.3', 'A.8.32']);
  });

  it.each([
    ['an unknown key', change(SHORT, '    artifacts: {', '    artefacts: {'), 'controls/unknown-key', ':6:5', 'artifacts'],
    ['an unknown key inside', change(SHORT, 'min: 2', 'minn: 2'), 'controls/unknown-key', ':5:17', 'min'],
    ['an unknown control', change(SHORT, 'A.8.32:', 'A.8.35:'), 'controls/unknown-control', ':1:1', 'A.5.35'],
    ['the id of an older edition', change(SHORT, 'A.8.32:', '12.1.2:'), 'controls/unknown-control', ':1:1', ''],
    ['a number as text', change(SHORT, 'min: 2', 'min: "2"'), 'controls/wrong-value', ':5:22', ''],
    ['no approval at all', change(SHORT, 'min: 2', 'min: 0'), 'controls/wrong-value', ':5:22', ''],
    ['half an approval', change(SHORT, 'min: 2', 'min: 1.5'), 'controls/wrong-value', ':5:22', ''],
    ['immutable: false', change(SHORT, 'immutable: true', 'immutable: false'), 'controls/wrong-value', ':6:28', ''],
    ['an empty list of branches', change(SHORT, '[main]', '[]'), 'controls/wrong-value', ':4:24', ''],
    ['the same role twice', change(SHORT, '[security, platform]', '[security, security]'), 'controls/wrong-value', ':5:43', ''],
    ['a key twice', `${SHORT}A.8.32:\n  title: Again\n`, 'yaml/duplicate-key', ':8:1', ''],
    ['a control that asks for nothing', 'A.8.32:\n  title: Change Management\n', 'controls/drives-nothing', ':1:1', ''],
    ['an empty pipeline', `${SHORT}A.5.3:\n  title: x\n  pipeline: {}\n`, 'controls/drives-nothing', ':10:3', ''],
    ['no protected branch', change(SHORT, '    branch_protection: [main]\n', ''), 'controls/missing-choice', ':1:1', ''],
    ['a year as text', change(SHORT, 'retention_years: 7', 'retention_years: seven'), 'controls/wrong-value', ':7:31', ''],
    ['nothing', '', 'controls/wrong-value', ':1:1', ''],
    ['an empty mapping', '{}', 'controls/wrong-value', ':1:1', ''],
    ['a list', '- A.8.32\n', 'controls/wrong-value', ':1:1', ''],
    ['a key that is no text', '8: {title: x}\n', 'yaml/key', ':1:1', ''],
  ])('refuses %s, at its line and column', (_name, text, code, place, hint) => {
    const { code: found, at, doThis } = failure(() => short(text));
    expect([found, at]).toEqual([code, `controls/iso27001.yaml${place}`]);
    expect(doThis).toContain(hint);
  });
});

describe('our own form', () => {
  it('resolves every choice into requirements of the input document', () => {
    const registry = own(OWN);
    expect(v.is(requirements, registry.requirements)).toBe(true);
    expect(registry).toMatchObject({
      form: 'own',
      preset: null,
      retentionYears: 7,
      tools: { 'acme-scan': { class: 'iac' }, codeql: { name: 'CodeQL' } },
    });
    expect(registry.requirements.scans.thresholds.sast.high).toEqual({ maximum: 0, tolerate_assigned: true });
    expect(registry.modes).toMatchObject({
      'scans.threshold': 'warn',
      'approvals.quorum': 'enforce',
      'integrity.evidence': 'enforce',
    });
    expect(registry.controls).toMatchObject({ 'scans.secrets': ['CC6.1'], 'approvals.roles': ['A.5.3'] });
  });

  it('keeps the guards of the other rules on although nobody names them', () => {
    expect(own(OWN).switchedOn).toEqual(expect.arrayContaining(['integrity.evidence', 'exceptions.validity']));
  });

  it.each(['flow: gitflow\n', 'protected_branches: [main, develop]\n', 'thresholds: sla\n', 'evidence: {retention_years: 7}\n'])(
    'has no default for a choice that somebody has to answer for: %j',
    (line) => {
      expect(failure(() => own(change(OWN, line, ''))).code).toBe('controls/missing-key');
    },
  );

  it.each([
    ['approvals.quorum, ', 'approvals.min', ':16:13'],
    [', checks.required', 'required_checks', ':19:1'],
    ['scans.complete, ', 'scanners', ':21:1'],
  ])('refuses a key whose rule (%s) nobody named: it would look like a control that works', (rule, key, place) => {
    const { code, at, found } = failure(() => own(change(OWN, rule, '')));
    expect([code, at, found]).toEqual(['controls/drives-nothing', `controls.yaml${place}`, key]);
  });

  it('refuses a rule whose choice nobody made', () => {
    expect(failure(() => own(change(OWN, 'min: 2, ', ''))).code).toBe('controls/missing-choice');
  });

  it.each([
    ['an unknown rule', change(OWN, 'approvals.fresh', 'approvals.fesh'), 'controls/unknown-rule', ':5:31', 'approvals.fresh'],
    [
      'an unknown rule in the rollout',
      change(OWN, 'scans.threshold: warn', 'scans.treshold: warn'),
      'controls/unknown-rule',
      ':30:3',
      'scans.threshold',
    ],
    ['an unknown mode', change(OWN, ': warn', ': maybe'), 'controls/wrong-value', ':30:20', ''],
    [
      'a guard that is only a warning',
      change(OWN, 'scans.threshold: warn', 'integrity.evidence: warn'),
      'controls/always-enforced',
      ':30:3',
      '',
    ],
    ['an unknown flow', change(OWN, 'gitflow', 'gitfow'), 'controls/wrong-value', ':17:7', ''],
    ['a misspelt choice', change(OWN, 'flow:', 'flows:'), 'controls/unknown-key', ':17:1', 'flow'],
    ['an unknown scan class', change(OWN, 'class: sast', 'class: sats'), 'controls/wrong-value', ':22:13', ''],
    ['one tool in two classes', change(OWN, 'acme-scan: iac', 'codeql: iac'), 'controls/contradiction', ':25:11', ''],
    ['a check without its app', change(OWN, 'app_id: "15368", ', ''), 'controls/missing-key', ':20:5', ''],
    ['an id that YAML reads as a number', change(OWN, '"15368"', '15368'), 'controls/wrong-value', ':20:27', ''],
    [
      'a kind of evidence that there is not',
      kept('{retention_years: 7, kinds: {sboms: 10}}'),
      'controls/unknown-kind',
      ':28:40',
      'sbom',
    ],
    [
      'a kind kept for less than all',
      kept('{retention_years: 7, kinds: {sbom: 6}}'),
      'controls/shorter-kind',
      ':28:46',
      'never made shorter',
    ],
    [
      'years of a kind that are no number',
      kept('{retention_years: 7, kinds: {sbom: ten}}'),
      'controls/wrong-value',
      ':28:46',
      '',
    ],
    ['kinds that name none', kept('{retention_years: 7, kinds: {}}'), 'controls/wrong-value', ':28:39', ''],
    [
      'a misspelt key beside the years',
      kept('{retention_years: 7, kind: {sbom: 10}}'),
      'controls/unknown-key',
      ':28:32',
      'kinds',
    ],
  ])('refuses %s, at its line and column', (_name, text, code, place, hint) => {
    const { code: found, at, doThis } = failure(() => own(text));
    expect([found, at]).toEqual([code, `controls.yaml${place}`]);
    expect(doThis).toContain(hint);
  });

  it('keeps some kinds of evidence for longer than all, where the file says so', () => {
    expect(own(OWN).retentionByKind).toEqual({});
    const { retentionYears, retentionByKind } = own(kept('{retention_years: 7, kinds: {sbom: 10, deployment: 7}}'));
    expect([retentionYears, retentionByKind]).toEqual([7, { sbom: 10, deployment: 7 }]);
  });

  it('takes thresholds by class, on top of a preset or complete', () => {
    const table = 'thresholds:\n  preset: baseline\n  container: {critical: 0, high: 5, medium: any, low: assigned}\n';
    const { thresholds } = own(change(OWN, 'thresholds: sla\n', table)).requirements.scans;
    expect(thresholds.container).toEqual({
      critical: { maximum: 0, tolerate_assigned: false },
      high: { maximum: 5, tolerate_assigned: false },
      medium: { maximum: 'unlimited', tolerate_assigned: false },
      low: { maximum: 0, tolerate_assigned: true },
    });
    expect(thresholds.sast.high.maximum).toBe(0);
    expect(failure(() => own(change(OWN, 'thresholds: sla\n', table.replace('  preset: baseline\n', '')))).code).toBe(
      'controls/missing-choice',
    );
  });

  it('takes a flow of its own, in which a star is the only sign', () => {
    const list = 'flow:\n  - {from: "topic/*", to: main}\n  - {from: v1.x, to: main}\n';
    const { flow } = own(change(OWN, 'flow: gitflow\n', list)).requirements.branches;
    expect(flow.preset).toBe('own');
    const [topic, version] = flow.allowed.items.map(({ from }) => new RegExp(`^(?:${from})$`));
    expect(topic?.test('topic/a/b')).toBe(true);
    expect(['topic/', 'xtopic/a', 'topic/a\n', 'Topic/a'].some((name) => topic?.test(name))).toBe(false);
    expect([version?.test('v1.x'), version?.test('v1-x')]).toEqual([true, false]);
  });
});
