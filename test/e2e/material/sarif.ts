/** One finding as a scanner would write it. */
export interface SarifFinding {
  readonly rule: string;
  readonly message: string;
  /** CVSS-like, as `security-severity` has it: 9.0 and more is critical. */
  readonly severity: number;
  readonly file: string;
  readonly line: number;
}

/** A SARIF 2.1.0 log of a run that loaded rules and came to its end. */
export function sarif(tool: string, findings: readonly SarifFinding[] = []): string {
  const rules = [
    { id: 'loaded-but-silent' },
    ...findings.map(({ rule, severity }) => ({ id: rule, properties: { 'security-severity': String(severity) } })),
  ];
  const results = findings.map(({ rule, message, file, line }) => ({
    ruleId: rule,
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line } } }],
  }));
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: tool, version: '1.0.0', rules } }, invocations: [{ executionSuccessful: true }], results }],
  });
}
