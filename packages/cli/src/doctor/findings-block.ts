import type { DoctorFinding } from '@proofrail/github/doctor';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

const BY_WEIGHT = ['high', 'medium', 'low'] as const;

/** One block for each kind of finding, the gravest first: what to do is said once, then every place. */
export function findingsBlock(findings: readonly DoctorFinding[], page: Page): string {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const groups = codes.map((code) => findings.filter((finding) => finding.code === code));
  groups.sort(([a], [b]) => weight(a) - weight(b));
  return groups.map((group) => groupText(group, page)).join('\n\n');
}

const weight = (finding: DoctorFinding | undefined): number => (finding === undefined ? 0 : BY_WEIGHT.indexOf(finding.severity));

function groupText(group: readonly DoctorFinding[], { style, columns }: Page): string {
  const [first] = group;
  if (first === undefined) return '';
  const { code, severity, doThis, rows } = first;
  const known =
    rows.length === 0 ? '' : style.quiet(` (${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')} of the bypass table)`);
  const places = group.map(({ at, what }) => [shown(at), shown(what)]);
  const width = columns === undefined ? {} : { columns };
  return [
    `${severity === 'high' ? style.bad(severity) : style.caution(severity)} ${style.strong(code)}${known}`,
    table(places, { indent: 2, ...width }),
    style.quiet(table([['do this:', doThis]], { indent: 2, ...width })),
  ].join('\n');
}
