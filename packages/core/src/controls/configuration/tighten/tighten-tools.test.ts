import { describe, expect, it } from '@jest/globals';
import { toolClass } from '../../registry/tool-class.ts';
import { SCAN_CLASSES } from '../../../facts/words.ts';
import { SeededRandom } from '../../../context/test/seeded-random.ts';
import { readConfiguration } from '../read-configuration.ts';
import { readOrganisationConfiguration } from '../read-organisation-configuration.ts';
import { knownRules } from '../../test/known-rules.ts';
import { OWN, ROLES, SHORT } from '../../test/registries.ts';

type Files = Readonly<Record<string, string>>;
const files = (texts: Files) => new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));

describe('what a repository says of the tools of its organisation', () => {
  const vouched = (name: string, scanClass: string) => `  ${name}: {class: ${scanClass}, clean_reports_list_no_rules: true}\n`;
  const tools = (...lines: string[]): Files => ({ 'tools.yaml': `tools:\n${lines.join('')}` });
  const short: Files = { 'controls/iso27001.yaml': SHORT, 'roles.yaml': ROLES };
  const NAMES = ['Bandit', 'bandit', 'Semgrep', 'Semgrep OSS', 'CodeQL', 'Gitleaks', 'homegrown', 'acme-scan'];

  it('does not make its word enough for a clean report', () => {
    const found = readOrganisationConfiguration(files(short), files(tools(vouched('Bandit', 'sast'))), knownRules);
    expect(toolClass('Bandit', found.tools)).toEqual({ name: 'Bandit', class: 'sast' });
  });

  it('classifies none that the organisation does not know', () => {
    const found = readOrganisationConfiguration(files(short), files(tools('  homegrown: dast\n')), knownRules);
    expect(toolClass('homegrown', found.tools)).toBeNull();
  });

  it('lets a repository ask for a scanner under another of its names, or not take its word', () => {
    const above = files({ ...short, ...tools(vouched('Semgrep', 'sast')) });
    const found = (...lines: string[]) => readOrganisationConfiguration(above, files(tools(...lines)), knownRules).tools;
    expect(toolClass('semgrep oss', found('  Semgrep OSS: sast\n'))).toEqual({ name: 'Semgrep', class: 'sast' });
    expect(toolClass('semgrep oss', found(vouched('Semgrep OSS', 'sast')))?.cleanWithoutRules).toBe(true);
  });

  it('asks for it by the name of the organisation, since no report has another', () => {
    const below = { 'controls.yaml': OWN.replace('tool: CodeQL', 'tool: Semgrep OSS') };
    const above = { 'roles.yaml': ROLES, 'controls.yaml': OWN.replace('tool: CodeQL', 'tool: Semgrep') };
    const { requirements, tools: known } = readOrganisationConfiguration(files(above), files(below), knownRules);
    expect(requirements.scans.required.items.map(({ scanner }) => scanner)).toEqual(['Semgrep', 'any']);
    expect(toolClass('semgrep oss', known)?.name).toBe('Semgrep');
  });

  it('tells no two names of a scanner apart that are one to the organisation', () => {
    const source = (scanner: string) => `  - {scanner: ${scanner}, workflow: .github/workflows/scan.yml, artifact: a}\n`;
    const below = {
      ...tools('  Semgrep: sast\n', '  Semgrep OSS: sast\n'),
      'controls/iso27001.yaml': SHORT,
      'sources.yaml': `reports:\n${source('Semgrep')}${source('Semgrep OSS')}`,
    };
    const { sources } = readOrganisationConfiguration(files(short), files(below), knownRules);
    expect(sources.reports.map(({ scanner }) => scanner)).toEqual(['Semgrep']);
  });

  it('vouches for no tool and puts none into another class, whatever the two files say', () => {
    const random = new SeededRandom(20_261_122);
    const some = (): Files => {
      const names = new Map(NAMES.filter(() => random.below(5) < 2).map((name) => [name.toLowerCase(), name]));
      const entry = (name: string) => {
        const scanClass = random.pick(SCAN_CLASSES);
        return random.below(2) === 0 ? vouched(name, scanClass) : `  ${name}: ${scanClass}\n`;
      };
      return tools(...[...names.values()].map(entry), '  always: iac\n');
    };
    for (let round = 0; round < 300; round++) {
      const above = { ...short, ...some() };
      const before = readConfiguration(files(above), knownRules).tools;
      const repository = random.below(2) === 0 ? some() : { 'controls/iso27001.yaml': SHORT, ...some() };
      const after = readOrganisationConfiguration(files(above), files(repository), knownRules).tools;
      for (const name of NAMES) {
        const [was, is] = [toolClass(name, before), toolClass(name, after)];
        expect([name, is?.class, is?.name]).toEqual([name, was?.class, was?.name]);
        if (is?.cleanWithoutRules) expect([name, was?.cleanWithoutRules]).toEqual([name, true]);
      }
    }
  });
});
