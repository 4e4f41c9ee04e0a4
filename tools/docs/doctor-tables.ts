import { NOT_UNDERSTOOD, WORKFLOW_CHECKS } from '../../packages/core/src/workflows/index.ts';
import { AUDIT_FINDINGS, EXPECTED_RULES, POSTURE_CHECKS } from '../../packages/github/src/doctor/index.ts';
import { markdownTable as table } from './markdown-table.ts';

interface Check {
  readonly code: string;
  readonly severity: string;
  readonly looksFor: string;
  readonly doThis: string;
  readonly rows: readonly number[];
}

/** The tables of docs/doctor.md, by the name of their place on the page. */
export const doctorTables = (): ReadonlyMap<string, string> =>
  new Map([
    [
      'audit',
      table(
        ['finding', 'in JSON', 'do this'],
        AUDIT_FINDINGS.map(({ id, title, doThis }) => [title, code(id), doThis]),
      ),
    ],
    [
      'rules',
      table(
        ['rule', 'in JSON'],
        EXPECTED_RULES.map(({ id, title }) => [title, code(id)]),
      ),
    ],
    ['settings', checks(POSTURE_CHECKS)],
    ['workflows', checks([...WORKFLOW_CHECKS, NOT_UNDERSTOOD])],
  ]);

const checks = (all: readonly Check[]): string =>
  table(
    ['check', 'severity', 'rows', 'looks for', 'do this'],
    all.map(({ code: name, severity, rows, looksFor, doThis }) => [
      code(name),
      severity,
      rows.join(', ') || '-',
      looksFor,
      doThis,
    ]),
  );

const code = (text: string): string => `\`${text}\``;
