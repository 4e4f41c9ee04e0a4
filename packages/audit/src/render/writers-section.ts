import { html, type Markup, type Part } from '../html/html.ts';
import type { Writer } from '../proof-model.ts';
import type { ReportModel } from '../report-model.ts';
import { brief, whole } from './code.ts';
import { counted } from './counted.ts';
import { dataTable } from './data-table.ts';
import { UNSIGNED, unproven } from './platform-text.ts';
import { section } from './section.ts';
import { statusMark } from './status-mark.ts';

/** Which workflow wrote the records, by the word of the platform it ran on and not by its own. */
export function writersSection({ writers }: ReportModel): Markup {
  return section({
    id: 'writers',
    title: 'Who wrote the records',
    lead:
      writers.length === 0
        ? 'There is no record, so nobody wrote one.'
        : 'The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.',
    body: writers.length === 0 ? null : dataTable('Records by the workflow that wrote them', columns, writers),
  });
}

const MOST_RUNS = 4; // named one by one; a year has thousands

const columns = [
  { head: 'Platform says', names: true, cell: said },
  { head: 'Runner', cell: ({ platform }: Writer) => ('runner' in platform ? runner(platform.runner) : 'not known') },
  { head: 'Signed with', cell: ({ signature }: Writer) => KEYS[signature] },
  { head: 'Runs', cell: ({ runs }: Writer) => runsText(runs) },
  { head: 'Records', numeric: true, cell: ({ records }: Writer) => records },
];

function said({ platform }: Writer): Part {
  switch (platform.kind) {
    case 'verified':
      return html`${statusMark('good', 'vouched for')} repository ${platform.repository}, on ${platform.event}<br />${whole(platform.workflow)}<br /><span
          class="quiet"
          >workflow at ${brief(platform.workflowCommit)}</span
        >`;
    case 'countersigned':
      return html`${statusMark('good', 'erased, countersigned')} repository ${platform.repository}, on ${platform.event}<br /><span
          class="quiet"
          >workflow at ${brief(platform.workflowCommit)}</span
        >`;
    case 'unverified':
      return unproven(platform.why);
    case 'none':
      return statusMark('caution', UNSIGNED);
  }
}

const runner = (environment: string): Part =>
  environment === 'self-hosted' ? statusMark('caution', 'self-hosted') : environment;

const KEYS: Readonly<Record<Writer['signature'], string>> = {
  lasting: 'a key of the trust file',
  run: 'a key that lived for one run',
  unchecked: 'not checked: no trust file',
};

const runsText = (runs: readonly string[]): Part => {
  if (runs.length === 0) return html`<span class="absent">none named</span>`;
  return runs.length <= MOST_RUNS
    ? runs.map((run) => html`<span class="rule">${run}</span>`)
    : html`${runs[0] ?? ''} to ${runs.at(-1) ?? ''}, ${counted(runs.length, 'run')}`;
};
