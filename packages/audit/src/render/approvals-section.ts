import { html, type Markup } from '../html/html.ts';
import type { Approval, ReportModel } from '../report-model.ts';
import { actor } from './actor.ts';
import { brief } from './code.ts';
import { dataTable } from './data-table.ts';
import { moment } from './moment.ts';
import { section } from './section.ts';

export function approvalsSection({ approvals }: ReportModel): Markup {
  return section({
    id: 'approvals',
    title: 'Approvals',
    lead:
      approvals.length === 0
        ? 'No approval is among the records shown.'
        : 'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',
    body: approvals.length === 0 ? null : dataTable('Approvals, in order of time', columns, approvals),
  });
}

const columns = [
  { head: 'Person', names: true, cell: (row: Approval) => actor(row.person) },
  { head: 'Roles then', cell: (row: Approval) => (row.roles.length === 0 ? 'none' : row.roles.join(', ')) },
  { head: 'Review', cell: (row: Approval) => row.state },
  { head: 'Time', cell: (row: Approval) => moment(row.at) },
  { head: 'On commit', cell: (row: Approval) => (row.commit === null ? 'not stated' : brief(row.commit)) },
  {
    head: 'Change',
    cell: (row: Approval) =>
      row.change.anchor === null ? row.change.title : html`<a href="#${row.change.anchor}">${row.change.title}</a>`,
  },
];
