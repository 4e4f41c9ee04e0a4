import { html, type Markup } from '../html/html.ts';
import type { Scope } from '../report-model.ts';
import { moment } from './moment.ts';
import { dayEnding, dayStarting } from './whole-day.ts';

/** What was asked for, and the times of what was found in it. */
export function periodText({ asked, covered, recordsInLedger }: Scope): Markup {
  const nothing = recordsInLedger === 0 ? 'no record in it verifies' : 'no record falls in it';
  const found = covered === null ? nothing : html`records from ${moment(covered.from)} to ${moment(covered.to)}`;
  return html`${range(asked)}; ${found}`;
}

function range({ from, to }: Scope['asked']): Markup {
  if (from === null && to === null) return html`The whole ledger`;
  const start = from === null ? html`From the beginning` : html`From ${dayStarting(from) ?? moment(from)}`;
  if (to === null) return html`${start} until the last record`;
  const last = dayEnding(to);
  return html`${start} until ${last === null ? html`before ${moment(to)}` : html`the end of ${last} UTC`}`;
}
