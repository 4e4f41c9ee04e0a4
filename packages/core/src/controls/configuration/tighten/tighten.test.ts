import { describe, expect, it } from '@jest/globals';
import type { Requirements } from '../../registry/requirements.ts';
import { SCAN_CLASSES } from '../../../facts/words.ts';
import type { Configuration } from '../configuration.ts';
import { kindsKeptLonger } from '../../retention/kinds-kept-longer.ts';
import { readConfiguration } from '../read-configuration.ts';
import { readOrganisationConfiguration } from '../read-organisation-configuration.ts';
import { knownRules } from '../../test/known-rules.ts';
import { OWN, ROLES, SHORT } from '../../test/registries.ts';

type Files = Readonly<Record<string, string>>;
const files = (texts: Files) => new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const organisation: Files = { 'controls.yaml': OWN, 'roles.yaml': ROLES };
const alone = readConfiguration(files(organisation), knownRules);
const under = (repository: Files): Configuration =>
  readOrganisationConfiguration(files(organisation), files(repository), knownRules);

const LOOSER: readonly (readonly [string, Files])[] = [
  ['nothing at all', {}],
  ['prose', { 'README.md': '# hello' }],
  ['the same again', { 'controls.yaml': OWN }],
  ['fewer approvals', { 'controls.yaml': OWN.replace('min: 2', 'min: 1') }],
  ['one role less', { 'controls.yaml': OWN.replace('roles: [security, platform]}', 'roles: [platform]}') }],
  [
    'rules left out',
    {
      'controls.yaml': OWN.replace('  A.8.9:\n    rules: [images.digest-only]\n', '').replace(
        'artifacts: {immutable: true}\n',
        '',
      ),
    },
  ],
  ['a lower mode', { 'controls.yaml': OWN.replace('scans.threshold: warn', 'scans.threshold: shadow') }],
  ['one protected branch more', { 'controls.yaml': OWN.replace('[main, develop]', '[main, develop, mine]') }],
  ['no required check', { 'controls.yaml': OWN.replace(/required_checks:\n.*\n/, '').replace(', checks.required', '') }],
  ['older scans', { 'controls.yaml': OWN.replace('max_age_days: 7', 'max_age_days: 300') }],
  [
    'thresholds of 999',
    {
      'controls.yaml': OWN.replace(
        'thresholds: sla',
        'thresholds: {sast: {critical: 999, high: any, medium: any, low: any}, preset: sla}',
      ),
    },
  ],
  ['a tool in another class', { 'controls.yaml': OWN.replace('acme-scan: iac', 'acme-scan: dast') }],
  ['a shorter retention', { 'controls.yaml': OWN.replace('retention_years: 7', 'retention_years: 1') }],
];

/** Whether each demand of one is met wherever those of the other are. */
function isAtLeast(strict: Requirements, loose: Requirements): boolean {
  const has = (list: readonly unknown[], items: readonly unknown[]) =>
    items.every((item) => list.some((each) => JSON.stringify(each) === JSON.stringify(item)));
  const number = (maximum: number | 'unlimited') => (maximum === 'unlimited' ? Infinity : maximum);
  const classes = SCAN_CLASSES.filter((each) => each !== 'secrets');
  return [
    strict.approvals.minimum >= loose.approvals.minimum,
    has(strict.approvals.roles.items, loose.approvals.roles.items),
    strict.approvals.elevated.minimum >= loose.approvals.elevated.minimum,
    has(strict.approvals.elevated.roles.items, loose.approvals.elevated.roles.items),
    has(loose.branches.protected.items, strict.branches.protected.items),
    has(loose.branches.flow.allowed.items, strict.branches.flow.allowed.items),
    has(strict.checks.required.items, loose.checks.required.items),
    has(strict.scans.required.items, loose.scans.required.items),
    strict.artifacts.immutable || !loose.artifacts.immutable,
    ...classes.flatMap((each) =>
      (['critical', 'high', 'medium', 'low'] as const).flatMap((severity) => {
        const [one, other] = [strict.scans.thresholds[each][severity], loose.scans.thresholds[each][severity]];
        return [number(one.maximum) <= number(other.maximum), !one.tolerate_assigned || other.tolerate_assigned];
      }),
    ),
  ].every(Boolean);
}

describe('what a repository says below its organisation', () => {
  it('puts off no promise that the organisation has for a finding, and may promise for others', () => {
    const promise = (digit: string, due: string) =>
      `  - {fingerprint: "sha256:${digit.repeat(64)}", owner: "10300417", due: ${due}, ticket: PAY-311}\n`;
    const above = { ...organisation, 'triage.yaml': `findings:\n${promise('1', '2026-10-01')}` };
    const below = { 'triage.yaml': `findings:\n${promise('1', '2036-10-01')}${promise('2', '2026-12-01')}` };
    const { triage } = readOrganisationConfiguration(files(above), files(below), knownRules);
    expect(triage.map(({ due }) => new Date(due * 1000).getUTCFullYear())).toEqual([2026, 2026]);
  });

  it('hides no exception that cannot be read, its own or the organisation’s', () => {
    const broken = { 'exceptions/broken.yaml': 'id: broken\n' };
    const both = readOrganisationConfiguration(files({ ...organisation, ...broken }), files(broken), knownRules);
    expect([under(broken), both].map(({ unreadableExceptions }) => unreadableExceptions.map(({ file }) => file))).toEqual([
      ['exceptions/broken.yaml'],
      ['exceptions/broken.yaml', 'exceptions/broken.yaml'],
    ]);
  });

  it.each(LOOSER)('takes nothing away: %s', (_name, repository) => {
    const found = under(repository);
    expect(isAtLeast(found.requirements, alone.requirements)).toBe(true);
    expect(alone.switchedOn.filter((rule) => !found.switchedOn.includes(rule))).toEqual([]);
    const order = ['shadow', 'warn', 'enforce'];
    for (const rule of alone.switchedOn)
      expect(order.indexOf(found.modes[rule] ?? '')).toBeGreaterThanOrEqual(order.indexOf(alone.modes[rule] ?? ''));
    expect(found.retentionYears).toBeGreaterThanOrEqual(alone.retentionYears);
    expect([found.roles, found.machineUsers, found.exceptionApprovers]).toEqual([
      ...[alone.roles, alone.machineUsers, alone.exceptionApprovers],
    ]);
    expect(found.tools).toMatchObject(alone.tools);
  });

  it('counts where it asks for more', () => {
    const stricter = OWN.replace('min: 2', 'min: 3')
      .replace('scans.threshold: warn', 'scans.threshold: enforce')
      .replace('[main, develop]', '[main]')
      .replace('thresholds: sla', 'thresholds: baseline');
    const found = under({ 'controls.yaml': stricter });
    expect(found.requirements.approvals.minimum).toBe(3);
    expect(found.modes['scans.threshold']).toBe('enforce');
    expect(found.requirements.branches.protected.items).toEqual(['main']);
    expect(found.requirements.scans.thresholds.sast.high).toEqual({ maximum: 0, tolerate_assigned: false });
  });

  it('keeps a kind of evidence for longer, and never for less than the organisation does', () => {
    const kept = (evidence: string) => ({ 'controls.yaml': OWN.replace('{retention_years: 7}', evidence) });
    const above = files({ ...organisation, ...kept('{retention_years: 7, kinds: {sbom: 10, deployment: 8}}') });
    const below = files(kept('{retention_years: 1, kinds: {sbom: 2, deployment: 12, key.event: 9}}'));
    const found = readOrganisationConfiguration(above, below, knownRules);
    expect([found.retentionYears, found.retentionByKind]).toEqual([7, { sbom: 10, deployment: 12, 'key.event': 9 }]);
    expect(kindsKeptLonger(found, 10 * 365).map(({ kind, days }) => [kind, days])).toEqual([['deployment', 4380]]);
  });

  it('cannot make the approvals of everyday changes enough for a change to the gate', () => {
    const asks = (ordinary: string, elevated: string) =>
      OWN.replace('approvals.roles, ', 'approvals.roles, approvals.elevated, ').replace(
        '{min: 2, roles: [security, platform]}',
        `{min: ${ordinary}, elevated: {min: ${elevated}}`,
      );
    const above = files({
      ...organisation,
      'controls.yaml': asks('1, roles: [security, platform]', '2, roles: [platform, security]}'),
    });
    const below = files({ 'controls.yaml': asks('2, roles: [security]', '2, roles: [platform, security]}') });
    const { approvals } = readOrganisationConfiguration(above, below, knownRules).requirements;
    expect(approvals).toMatchObject({ minimum: 2, elevated: { minimum: 3, roles: approvals.roles } });
  });

  it('says where its own workflows put reports, unless the organisation has said it', () => {
    const source = (workflow: string) =>
      `reports:\n  - {scanner: CodeQL, workflow: .github/workflows/${workflow}, artifact: a}\n`;
    expect(under({ 'sources.yaml': source('scan.yml') }).sources.reports).toMatchObject([
      { workflow: '.github/workflows/scan.yml' },
    ]);
    const said = files({ ...organisation, 'sources.yaml': source('central.yml') });
    const found = readOrganisationConfiguration(said, files({ 'sources.yaml': source('mine.yml') }), knownRules);
    expect(found.sources.reports).toMatchObject([{ workflow: '.github/workflows/central.yml' }]);
  });

  it('names no second source under another name of the scanner: where the first delivered nothing, it would stand for both', () => {
    const source = (scanner: string) => ({
      'sources.yaml': `reports:\n  - {scanner: ${scanner}, workflow: .github/workflows/${scanner.length}.yml, artifact: a}\n`,
    });
    const said = files({ ...organisation, ...source('Semgrep') });
    const found = readOrganisationConfiguration(said, files(source('Semgrep OSS')), knownRules);
    expect(found.sources.reports.map(({ scanner }) => scanner)).toEqual(['Semgrep']);
  });

  it('cannot say by which check the gate of its organisation reports', () => {
    const gate = (workflow: string) => ({ 'sources.yaml': `gate: {check: gate / gate, workflow: ${workflow}}\n` });
    const said = files({ ...organisation, ...gate('acme/gate/.github/workflows/required-gate.yml') });
    const found = readOrganisationConfiguration(said, files(gate('.github/workflows/mine.yml')), knownRules);
    expect(found.sources.gate?.workflow).toBe('acme/gate/.github/workflows/required-gate.yml');
  });

  it('is in the digests: the decision says under which two configurations it fell', () => {
    expect(under({ 'controls.yaml': OWN.replace('min: 2', 'min: 3') }).digests.controls).not.toBe(under({}).digests.controls);
    expect(under({}).digests.roles).toBe(alone.digests.roles);
  });

  it.each([
    ['who holds a role', { 'roles.yaml': 'roles:\n  security: ["666"]\n' }, 'tighten/roles'],
    [
      'only branches that the organisation does not know',
      { 'controls.yaml': OWN.replace('[main, develop]', '[mine]') },
      'tighten/nothing-left',
    ],
    ['another flow, with no way in common', { 'controls/iso27001.yaml': SHORT }, 'tighten/nothing-left'],
    ['a role that the organisation does not have', { 'controls.yaml': OWN.replaceAll('platform', 'friends') }, 'roles/undefined'],
  ])('is refused when it says %s', (_name, repository, code) => {
    expect(() => under(repository as Files)).toThrow(expect.objectContaining({ code }));
  });
});
