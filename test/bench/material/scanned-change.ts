import { soundChange, withReports, type Change } from '../../e2e/material/change.ts';
import { sarif, type SarifFinding } from '../../e2e/material/sarif.ts';

const RULES = 40;

/** A change that the shipped rules allow, with one report of so many findings, all below every threshold. */
export function scannedChange(findings: number): Change {
  const reports = { ...soundChange().reports, 'semgrep.sarif': report(Array.from({ length: findings }, finding)) };
  return withReports(soundChange(), reports);
}

const finding = (_: unknown, index: number): SarifFinding => ({
  rule: `javascript.rule-${index % RULES}`,
  message: `A value from outside reaches a call that trusts it (case ${index % 977})`,
  severity: index % RULES < 10 ? 5 : 2,
  file: `src/area-${index % 23}/module-${index % 311}.ts`,
  line: 1 + (index % 1_200),
});

/** A scanner lists each of its rules once, however often it fired. */
function report(findings: readonly SarifFinding[]): string {
  const [log, rules] = [findings, findings.slice(0, RULES)].map((some) => JSON.parse(sarif('Semgrep', some)) as SarifLog);
  const [run, { tool } = { tool: null }] = [log?.runs[0], ...(rules?.runs ?? [])];
  return JSON.stringify({ ...log, runs: [{ ...run, tool }] });
}

interface SarifLog {
  readonly runs: readonly { readonly tool: unknown }[];
}
