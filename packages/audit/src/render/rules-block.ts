import { isBroken, type RuleStatus } from '@proofrail/core/policy';
import { html, type Markup, type Part } from '../html/html.ts';
import type { RuleRow } from '../report-model.ts';
import { dataTable } from './data-table.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** What stood in the way or was waived comes first, and in full; what stood in nobody's way is a list: hundreds of rows hide the one that counts. */
export function rulesBlock(rules: readonly RuleRow[]): Markup {
  const notable = rules.filter(isNotable);
  const others = rules.filter((rule) => !isNotable(rule));
  if (notable.length === 0) return ruleList(others);
  return html`${dataTable('Rules that failed, were unknown, were waived or give a reason', columns, notable)}${others.length === 0 ? null : folded(others)}`;
}

const folded = (others: readonly RuleRow[]): Markup =>
  html`<details>
    <summary>The others: ${ruleFigures(others)}</summary>
    ${ruleList(others)}
  </details>`;

const isNotable = ({ status, reasons, exception }: RuleRow): boolean =>
  isBroken(status) || status === 'waived' || reasons.length > 0 || exception !== null;

/** Rules of which their answer says all. */
const ruleList = (rules: readonly RuleRow[]): Markup =>
  html`<ul class="rules">
    ${rules.map(
      (rule) =>
        html`<li>
          <span>${answer(rule)}</span> <code>${rule.id}</code> <span class="quiet">${rule.title}</span>
          <span class="quiet">${controlsOf(rule)}</span>
        </li>`,
    )}
  </ul>`;

/** `2 failed, 31 passed`, the gravest first. */
export function ruleFigures(rules: readonly RuleRow[]): string {
  const count = (status: RuleStatus): number => rules.filter((rule) => rule.status === status).length;
  const parts = GRAVEST_FIRST.filter((status) => count(status) > 0);
  return parts.length === 0 ? 'no rule answered' : parts.map((status) => `${count(status)} ${STATUSES[status][1]}`).join(', ');
}

/** The gravest first. */
const STATUSES: Readonly<Record<RuleStatus, readonly [Tone, string]>> = {
  fail: ['bad', 'failed'],
  unknown: ['bad', 'unknown'],
  waived: ['caution', 'waived'],
  pass: ['good', 'passed'],
  not_applicable: ['quiet', 'not applicable'],
};
const GRAVEST_FIRST = Object.keys(STATUSES) as readonly RuleStatus[];

function answer(rule: RuleRow): Part {
  const [tone, word] = STATUSES[rule.status];
  return html`${statusMark(tone, word)}${rule.mode === 'enforce' ? null : html` <span class="mode">${rule.mode} only</span>`}`;
}

const name = (rule: RuleRow): Markup => html`<span><code>${rule.id}</code><br /><span class="quiet">${rule.title}</span></span>`;

const controlsOf = ({ controls }: RuleRow): string => (controls.length === 0 ? 'none' : controls.join(', '));

function why({ reasons, exception }: RuleRow): Part {
  const said = exception === null ? reasons : [...reasons, `exception ${exception}`];
  return said.length === 0
    ? html`<span class="quiet">no reason recorded</span>`
    : said.map((reason) => html`<span class="reason">${reason}</span>`);
}

const columns = [
  { head: 'Rule', names: true, cell: name },
  { head: 'Answer', cell: answer },
  { head: 'Why', cell: why },
  { head: 'Controls', cell: controlsOf },
];
