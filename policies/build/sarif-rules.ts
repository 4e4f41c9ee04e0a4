import type { RuleSource } from './read-rules.ts';

const LEVEL = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
/** GitHub reads this number, not the level, for security findings. */
const SECURITY_SEVERITY = { critical: '9.5', high: '8.0', medium: '5.0', low: '2.0' } as const;

/** `tool.driver.rules` of a SARIF 2.1.0 run of ours: an array of reportingDescriptor (section 3.49). */
export function sarifRules(rules: readonly RuleSource[]): object[] {
  return rules.map(({ annotation: { title, description, custom } }) => ({
    id: custom.id,
    name: custom.id.replaceAll(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: description.trim() },
    help: { text: custom.remediation },
    defaultConfiguration: { level: LEVEL[custom.severity] },
    messageStrings: Object.fromEntries(Object.entries(custom.reasons).map(([code, text]) => [code, { text }])),
    properties: {
      alias: custom.alias,
      'security-severity': SECURITY_SEVERITY[custom.severity],
      tags: [
        'security',
        ...custom.controls.iso27001.map((id) => `ISO27001/${id}`),
        ...custom.controls.soc2.map((id) => `SOC2/${id}`),
      ],
    },
  }));
}
