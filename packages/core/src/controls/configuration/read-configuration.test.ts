import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from './read-configuration.ts';
import { knownRules } from '../test/known-rules.ts';
import { OWN, ROLES, SHORT } from '../test/registries.ts';

const configure = (files: Readonly<Record<string, string | Uint8Array>>) =>
  readConfiguration(
    new Map(
      Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? new TextEncoder().encode(text) : text]),
    ),
    knownRules,
  );
const own = { 'controls.yaml': OWN, 'roles.yaml': ROLES };
const short = { 'controls/iso27001.yaml': SHORT, 'roles.yaml': ROLES };
const SOURCES = `reports:
  - {scanner: CodeQL, workflow: .github/workflows/scan.yml, artifact: codeql}
tickets: [PAY]
`;
const FINGERPRINT = `sha256:${'1'.repeat(64)}`;
const TRIAGE = `findings:\n  - {fingerprint: "${FINGERPRINT}", owner: "1001", due: 2026-12-31, ticket: SEC-1}\n`;

describe('the configuration', () => {
  it('holds who may approve, who is a machine, and who may accept a risk', () => {
    expect(configure(own)).toMatchObject({
      roles: { security: ['1001', '1002'], platform: ['1003'] },
      machineUsers: ['9001'],
      exceptionApprovers: ['1001', '1002', '1003'],
    });
    const narrower = `${OWN}exceptions: {approved_by: [security]}\n`;
    expect(configure({ ...own, 'controls.yaml': narrower }).exceptionApprovers).toEqual(['1001', '1002']);
  });

  it('lets nobody accept a risk where nobody was named', () => {
    const text = SHORT.replace(', roles: [security, platform]', '');
    expect(configure({ 'controls/iso27001.yaml': text }).exceptionApprovers).toEqual([]);
  });

  it('reads the short form from several files as one registry', () => {
    const other = 'CC8.1:\n  title: Change management\n  pipeline:\n    approvals: {min: 3}\n';
    const configuration = configure({ ...short, 'controls/soc2.yaml': other });
    expect(configuration.requirements.approvals.minimum).toBe(3);
    expect(configuration.controls['approvals.quorum']).toEqual(['A.8.32', 'CC8.1']);
  });

  it('knows until when a repair was promised: to the end of that day', () => {
    expect(configure({ ...own, 'triage.yaml': TRIAGE }).triage).toEqual([
      { fingerprint: FINGERPRINT, owner: '1001', due: Date.parse('2026-12-31T23:59:59Z') / 1000, ticket: 'SEC-1' },
    ]);
  });

  it.each(['.github/workflows/gate.yml', 'acme/gate/.github/workflows/gate.yml'])(
    'says by which check the gate reports: that of %s',
    (workflow) => {
      const sources = `gate: {check: gate / gate, workflow: ${workflow}}\n`;
      expect(configure({ ...own, 'sources.yaml': sources }).sources.gate).toEqual({ check: 'gate / gate', workflow });
    },
  );

  it('says where the reports of scanners come from', () => {
    expect(configure(own).sources).toEqual({ reports: [], gate: null, tickets: [], securityMarks: [] });
    expect(configure({ ...short, 'sources.yaml': SOURCES }).sources).toEqual({
      reports: [{ scanner: 'CodeQL', workflow: '.github/workflows/scan.yml', artifact: 'codeql', reusable: [] }],
      gate: null,
      tickets: ['PAY'],
      securityMarks: [],
    });
  });

  it('takes sources for two names where the registry holds them to be two scanners', () => {
    const source = (scanner: string) => `  - {scanner: ${scanner}, workflow: .github/workflows/scan.yml, artifact: a}\n`;
    const files = { ...short, 'sources.yaml': `reports:\n${source('Semgrep')}${source('Semgrep OSS')}` };
    expect(() => configure(files)).toThrow('sources/duplicate');
    const { sources } = configure({ ...files, 'tools.yaml': 'tools:\n  Semgrep OSS: secrets\n' });
    expect(sources.reports.map(({ scanner }) => scanner)).toEqual(['Semgrep', 'Semgrep OSS']);
  });

  it('leaves prose alone', () =>
    expect(() => configure({ ...own, 'README.md': '# hello', 'exceptions/.gitkeep': '' })).not.toThrow());

  it('says what a scanner of the short form looks for in a file of its own', () => {
    expect(configure({ ...short, 'tools.yaml': 'tools:\n  Semgrep OSS: secrets\n' }).tools).toEqual({
      'semgrep oss': { name: 'Semgrep OSS', class: 'secrets' },
    });
  });

  it('takes the word of a tool whose clean reports list no rules only where it is said of that tool', () => {
    const tools = 'tools:\n  Bandit: {class: sast, clean_reports_list_no_rules: true}\n  Semgrep: secrets\n';
    const expected = {
      bandit: { name: 'Bandit', class: 'sast', cleanWithoutRules: true },
      semgrep: { name: 'Semgrep', class: 'secrets' },
    };
    expect(configure({ ...short, 'tools.yaml': tools }).tools).toEqual(expected);
    const scanners = OWN.replace('tool: CodeQL', 'tool: Bandit').replace('tools:\n  acme-scan: iac\n', tools);
    expect(configure({ ...own, 'controls.yaml': scanners }).tools).toEqual(expected);
  });

  it.each([
    ['false', 'Bandit: {class: sast, clean_reports_list_no_rules: false}', 'tools/wrong-value'],
    ['no class', 'Bandit: {clean_reports_list_no_rules: true}', 'tools/missing-key'],
    ['nothing beside the class', 'Bandit: {class: sast}', 'tools/missing-key'],
    ['a misspelt key', 'Bandit: {class: sast, clean_report_lists_no_rules: true}', 'tools/unknown-key'],
  ])('refuses a tool with %s', (_, tool, code) => {
    expect(() => configure({ ...short, 'tools.yaml': `tools:\n  ${tool}\n` })).toThrow(code);
  });

  it.each([
    ['no registry', { 'roles.yaml': ROLES }, 'config/no-registry', '.proofrail/'],
    ['a file that nothing reads', { ...own, 'control.yaml': OWN }, 'config/unknown-file', 'control.yaml'],
    ['a folder too deep', { ...own, 'exceptions/old/a.yaml': 'id: a' }, 'config/unknown-file', 'exceptions/old/a.yaml'],
    ['both forms at once', { ...own, ...short }, 'controls/two-registries', 'controls/iso27001.yaml'],
    ['one control in two files', { ...short, 'controls/z.yaml': SHORT }, 'controls/contradiction', 'controls/z.yaml:1:1'],
    ['two spellings of one file', { ...own, 'roles.yml': ROLES }, 'config/two-files', 'roles.yml'],
    ['bytes that are no text', { ...own, 'controls.yaml': Uint8Array.of(0xff) }, 'config/encoding', 'controls.yaml:1:1'],
    ['a role that nobody defined', { 'controls/iso27001.yaml': SHORT }, 'roles/undefined', 'controls/iso27001.yaml:5:33'],
    [
      'a misspelt role',
      { ...own, 'roles.yaml': ROLES.replace('platform', 'plattform') },
      'roles/undefined',
      'controls.yaml:16:39',
    ],
    [
      'a role that nobody holds',
      { ...own, 'roles.yaml': 'roles:\n  security: []\n  platform: ["1"]\n' },
      'roles/wrong-value',
      'roles.yaml:2:13',
    ],
    ['an id without quotes', { ...own, 'roles.yaml': 'roles:\n  security: [1001]\n' }, 'roles/wrong-value', 'roles.yaml:2:14'],
    [
      'a login in place of an id',
      { ...own, 'roles.yaml': 'roles:\n  security: [octocat]\n' },
      'roles/wrong-value',
      'roles.yaml:2:14',
    ],
    ['a person twice', { ...own, 'roles.yaml': 'roles:\n  security: ["1", "1"]\n' }, 'roles/wrong-value', 'roles.yaml:2:19'],
    [
      'a machine in a role',
      { ...own, 'roles.yaml': ROLES.replace('"1003"', '"9001"') },
      'roles/machine-holds-role',
      'roles.yaml:3:14',
    ],
    ['a name as a role', { ...own, 'roles.yaml': 'roles:\n  Jane Doe: ["1"]\n' }, 'roles/wrong-value', 'roles.yaml:2:13'],
    [
      'a due day that does not exist',
      { ...own, 'triage.yaml': TRIAGE.replace('12-31', '02-30') },
      'triage/wrong-value',
      'triage.yaml:2:114',
    ],
    ['two due days', { ...own, 'triage.yaml': `${TRIAGE}${TRIAGE.split('\n')[1]}\n` }, 'triage/duplicate', 'triage.yaml:3:19'],
    ['a tool in no class', { ...short, 'tools.yaml': 'tools:\n  x: magic\n' }, 'tools/wrong-value', 'tools.yaml:2:6'],
    [
      'two sources for one scanner',
      {
        ...own,
        'sources.yaml': SOURCES.replace(
          'reports:',
          'reports:\n  - {scanner: codeql, workflow: .github/workflows/x.yml, artifact: x}',
        ),
      },
      'sources/duplicate',
      'sources.yaml:3:15',
    ],
    [
      'two sources for two names of one scanner',
      {
        ...own,
        'sources.yaml': SOURCES.replace('CodeQL', 'Semgrep').replace(
          'reports:',
          'reports:\n  - {scanner: Semgrep OSS, workflow: .github/workflows/x.yml, artifact: x}',
        ),
      },
      'sources/duplicate',
      'sources.yaml:3:15',
    ],
    [
      'a source in another repository',
      { ...own, 'sources.yaml': SOURCES.replace('.github', 'acme/x/.github') },
      'sources/wrong-value',
      'sources.yaml:2:33',
    ],
    [
      'a reusable workflow that can be moved',
      { ...own, 'sources.yaml': SOURCES.replace('codeql}', 'codeql, reusable: [acme/x/.github/workflows/y.yml@v1]}') },
      'sources/wrong-value',
      'sources.yaml:2:90',
    ],
    [
      'a gate at a commit, which the ruleset chooses',
      { ...own, 'sources.yaml': `gate: {check: gate / gate, workflow: acme/x/.github/workflows/y.yml@${'a'.repeat(40)}}\n` },
      'sources/wrong-value',
      'sources.yaml:1:38',
    ],
    [
      'a ticket pattern of its own',
      { ...own, 'sources.yaml': SOURCES.replace('PAY', '"(a+)+$"') },
      'sources/wrong-value',
      'sources.yaml:3:11',
    ],
    ['tools in two places', { ...own, 'tools.yaml': 'tools:\n  x: iac\n' }, 'tools/two-places', 'tools.yaml'],
  ])('refuses %s', (_name, files, code, at) => {
    expect(() => configure(files as Record<string, string>)).toThrow(expect.objectContaining({ code, at }));
  });
});

describe('an exception that cannot be read', () => {
  it.each([
    ['no YAML', 'id: [', 'yaml/syntax'],
    ['no text', Uint8Array.of(0xff), 'config/encoding'],
    ['without its fields', 'id: a\n', 'exceptions/missing-key'],
    ['empty', '', 'exceptions/wrong-value'],
  ])('is kept as such, and stops nothing else: %s', (_, text, code) => {
    const read = configure({ ...own, 'exceptions/a.yaml': text });
    expect(read.exceptions).toEqual([]);
    expect(read.unreadableExceptions).toEqual([{ file: 'exceptions/a.yaml', failure: expect.objectContaining({ code }) }]);
    expect(read.digests.exceptions).not.toBe(configure(own).digests.exceptions);
  });
});

describe('the digests of the configuration', () => {
  it('do not change with layout, comments or the order of keys', () => {
    const again = {
      'roles.yaml': `# who\nmachine_users: ['9001']\n\nroles: {platform: ["1003"], security: ["1001", "1002"]}\n`,
      'controls.yaml': `${OWN}# end\n`,
    };
    expect(configure(again).digests).toEqual(configure(own).digests);
  });

  it.each([
    ['controls', { ...own, 'controls.yaml': OWN.replace('min: 2', 'min: 3') }],
    ['roles', { ...own, 'roles.yaml': ROLES.replace('1003', '1004') }],
    ['exceptions', { ...own, 'triage.yaml': TRIAGE }],
  ] as const)('change with what is said: %s', (which, files) => {
    const [before, after] = [configure(own).digests, configure(files).digests];
    expect(after[which]).not.toBe(before[which]);
    expect({ ...after, [which]: '' }).toEqual({ ...before, [which]: '' });
  });

  it('change with what a scanner is said to look for', () => {
    expect(configure({ ...short, 'tools.yaml': 'tools:\n  x: iac\n' }).digests.controls).not.toBe(
      configure(short).digests.controls,
    );
  });

  it('change with where its report is looked for', () => {
    expect(configure({ ...own, 'sources.yaml': SOURCES }).digests.controls).not.toBe(configure(own).digests.controls);
  });
});
