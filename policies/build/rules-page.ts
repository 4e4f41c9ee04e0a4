import { CATALOGUE, type CatalogueEntry } from './catalogue.ts';
import type { RuleSource } from './read-rules.ts';

const HEAD = `# Rules

Written by \`tools/policies.ts\` from the annotations of the rules and \`policies/catalogue.json\`: do not edit.

A rule passes only when it proves that it is kept; a fact that could not be read never lets it pass. "Never" under *waived* means
that no exception excuses a failure. Controls are what a rule supports, not what it fulfils.
`;

/** docs/rules.md: every rule of the catalogue, built or not, then each built rule in full. */
export function rulesPage(rules: readonly RuleSource[]): string {
  const table = ['| code | rule | ISO/IEC 27001:2022 | SOC 2 | waived | built |', '| --- | --- | --- | --- | --- | --- |'];
  const rows = CATALOGUE.map((entry) =>
    row(
      entry,
      rules.find((rule) => answersFor(rule).includes(entry.alias)),
    ),
  );
  const built = CATALOGUE.filter(({ alias }) => rules.some((rule) => answersFor(rule).includes(alias))).length;
  const summary = `\n${rules.length} rules answer for ${built} of the ${CATALOGUE.length} lines of the catalogue.\n`;
  return [HEAD, summary, '', ...table, ...rows, '', ...rules.map(section)].join('\n');
}

const answersFor = ({ annotation: { custom } }: RuleSource): string[] => [custom.alias, ...custom.covers];
const link = (id: string) => `[\`${id}\`](#${id.replaceAll('.', '')})`;
const cell = (text: string) => text.replaceAll('|', '\\|');

function row(entry: CatalogueEntry, rule: RuleSource | undefined): string {
  const waived =
    entry.neverWaived === true ? 'never' : entry.neverWaived === false ? 'by exception' : `never ${entry.neverWaived}`;
  const name = rule === undefined ? cell(entry.title) : `${link(rule.annotation.custom.id)} ${cell(rule.annotation.title)}`;
  const built = rule === undefined ? 'not yet' : `since ${rule.annotation.custom.since}`;
  return `| ${entry.alias} | ${name} | ${entry.iso27001.join(', ')} | ${entry.soc2.join(', ')} | ${waived} | ${built} |`;
}

function section({ annotation: { title, description, custom }, file }: RuleSource): string {
  const waived = custom.waivable ? 'By an exception in force' : 'Never';
  const except = custom.never_waived.length > 0 ? `, but never \`${custom.never_waived.join('`, `')}\`` : '';
  return `## ${custom.id}

**${title}** (${answersFor({ annotation: { custom } } as RuleSource).join(', ')}, ${custom.severity})

${description.trim()}

- **To do:** ${custom.remediation}
- **Waived:** ${waived}${except}
- **Supports:** ISO/IEC 27001:2022 ${custom.controls.iso27001.join(', ')}; SOC 2 ${custom.controls.soc2.join(', ')}
- **Reads:** ${custom.inputs.map((input) => `\`${input}\``).join(', ')}
- **Source:** [\`policies/${file}\`](../policies/${file})

| reason | text | to do instead |
| --- | --- | --- |
${Object.entries(custom.reasons)
  .map(([code, text]) => `| \`${code}\` | ${cell(text)} | ${cell(custom.remedies[code] ?? '')} |`)
  .join('\n')}
`;
}
