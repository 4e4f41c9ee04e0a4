import { html, type Markup } from '../html/html.ts';
import type { ControlCoverage, ReportModel } from '../report-model.ts';
import { dataTable } from './data-table.ts';
import { section } from './section.ts';

export function coverageSection({ coverage }: ReportModel): Markup {
  return section({
    id: 'coverage',
    title: 'Coverage by control',
    lead:
      coverage.length === 0
        ? 'No rule answered for any control in the records shown.'
        : 'How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.',
    body: coverage.length === 0 ? null : dataTable('Answers of rules, by control', columns, coverage),
  });
}

const columns = [
  {
    head: 'Control',
    names: true,
    cell: (row: ControlCoverage) =>
      html`<strong>${row.control}</strong>${row.title === null ? null : html`<br /><span class="quiet">${row.title}</span>`}`,
  },
  { head: 'Rules', cell: (row: ControlCoverage) => row.rules.map((rule) => html`<code class="rule">${rule}</code>`) },
  { head: 'Passed', numeric: true, cell: (row: ControlCoverage) => row.passed },
  { head: 'Failed', numeric: true, cell: (row: ControlCoverage) => row.failed },
  { head: 'Waived', numeric: true, cell: (row: ControlCoverage) => row.waived },
  { head: 'Unknown', numeric: true, cell: (row: ControlCoverage) => row.unknown },
  { head: 'Not applicable', numeric: true, cell: (row: ControlCoverage) => row.notApplicable },
];
