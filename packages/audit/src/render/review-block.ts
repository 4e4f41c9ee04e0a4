import { html, type Markup, type Part } from '../html/html.ts';
import type { Asked, Check, Review } from '../report-model.ts';
import { brief } from './code.ts';
import { counted } from './counted.ts';
import { dataTable } from './data-table.ts';
import { definition } from './definition.ts';
import { readFact } from './read-fact.ts';
import { statusMark } from './status-mark.ts';

/** What a change was asked for, and what came: approvals, threads, tickets, and each check with the app that made it. */
export function reviewBlock(review: Review): Markup {
  const { threads, tickets, checks } = review;
  const open = threads.known && threads.value.resolved < threads.value.total;
  return html`<details${open ? ' open' : ''}>
    <summary>Review: ${figures(review)}</summary>
    <dl class="facts">
      ${definition('Asked', `${asked(review.asked)}; ${counted(review.counted, 'approval')} counted`)}
      ${definition('Class', changeClass(review))}
      ${definition('Threads', readFact(threads, threadsText))}
      ${definition('Tickets', readFact(tickets, ticketsText))}
      ${
        checks.known && checks.value.length > 0
          ? null
          : definition(
              'Checks',
              readFact(checks, () => 'none reported'),
            )
      }
    </dl>
    ${checks.known && checks.value.length > 0 ? dataTable('Checks of this change, and who made each', checkColumns, checks.value) : null}
  </details>`;
}

function figures({ counted: approvals, threads, tickets }: Review): string {
  return [
    counted(approvals, 'approval'),
    threads.known ? `${threads.value.resolved} of ${counted(threads.value.total, 'thread')} resolved` : 'threads not known',
    tickets.known ? counted(tickets.value.length, 'ticket') : 'tickets not known',
  ].join(', ');
}

const asked = ({ minimum, roles }: Asked): string =>
  `${counted(minimum, 'approval')}${roles.length === 0 ? '' : `, of which one each from ${roles.join(', ')}`}`;

function changeClass({ class: kind, elevated }: Review): Part {
  if (kind === 'ordinary') return 'ordinary: it leaves the gate itself alone';
  const needs = elevated === null ? 'the registry asks for no more than of any change' : `needs ${asked(elevated)}`;
  return kind === 'elevated'
    ? html`${statusMark('caution', 'elevated')} it touches the gate itself; ${needs}`
    : html`${statusMark('bad', 'unknown')} nobody read all its files; ${needs}`;
}

function threadsText({ total, resolved, security }: { total: number; resolved: number; security: number }): string {
  const marked = security === 0 ? '' : `; ${security} marked security`;
  return total === 0 ? 'none' : `${counted(total, 'thread')}, ${resolved} resolved${marked}`;
}

const ticketsText = (tickets: readonly string[]): Part =>
  tickets.length === 0
    ? html`<span class="absent">none linked</span>`
    : tickets.map((ticket) => html`<code class="rule">${ticket}</code>`);

const checkColumns = [
  { head: 'Check', names: true, cell: (row: Check) => html`<code>${row.name}</code>` },
  { head: 'Ended in', cell: (row: Check) => row.conclusion.replaceAll('_', ' ') },
  {
    head: 'Made by',
    cell: (row: Check) =>
      html`app
      ${row.app}${row.workflow === null ? html`<br /><span class="quiet">no workflow</span>` : html`<br /><code>${row.workflow}</code>`}`,
  },
  { head: 'On commit', cell: (row: Check) => brief(row.commit) },
  { head: 'Attempt', numeric: true, cell: (row: Check) => row.attempt },
];
