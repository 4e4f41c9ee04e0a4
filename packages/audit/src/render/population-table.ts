import { isBroken } from '@proofrail/core/policy';
import { html, type Markup } from '../html/html.ts';
import type { Change } from '../report-model.ts';
import { brief } from './code.ts';
import { counted } from './counted.ts';
import { dataTable } from './data-table.ts';
import { moment } from './moment.ts';
import { outcomeMark } from './outcome-mark.ts';

/** What an auditor draws a sample from: every decision shown, numbered, one row each. */
export function populationTable(changes: readonly Change[]): Markup {
  const rows = changes.map((change, index) => ({ change, number: index + 1 }));
  return dataTable(`Population: ${counted(changes.length, 'decision')}, oldest first`, columns, rows);
}

interface Row {
  readonly change: Change;
  readonly number: number;
}

const columns = [
  { head: 'No.', numeric: true, cell: ({ number }: Row) => number },
  { head: 'Decided', cell: ({ change }: Row) => moment(change.decidedAt) },
  { head: 'Change', names: true, cell: ({ change }: Row) => html`<a href="#${change.anchor}">${change.title}</a>` },
  { head: 'Commit', cell: ({ change }: Row) => brief(change.commit) },
  { head: 'Outcome', cell: ({ change }: Row) => outcomeMark(change) },
  { head: 'Rules broken', numeric: true, cell: ({ change }: Row) => broken(change) },
];

const broken = ({ rules }: Change): number => rules.filter(({ status }) => isBroken(status)).length;
