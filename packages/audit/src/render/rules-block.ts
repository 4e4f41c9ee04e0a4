import { isBroken, type RuleStatus } from '@proofrail/core/policy';
import { html, type Markup, type Part } from '../html/html.ts';
import type { RuleRow } from '../report-model.ts';
import { dataTable } from './data-table.ts';
import { statusMark, type Tone } from './status-mark.ts';

/** What stood in the way or was waived comes first; what stood in nobody's way is folded behind it: hundreds of rows hide the one that counts. */
export function rulesBlock(rules: readonly RuleRow[]): Markup {
  const notable = rules.filter(isNotable);
  const others = rules.filter((rule) => !isNotable(rule));
  if (notable.length === 0 || others.length === 0) return dataTable('What each rule answered', columns, rules);
  return html`${dataTable('Rules that failed, were unknown or were waived', columns, notable)}
    <details>
      <summary>The others: ${ruleFigures(others)}</summary>
      ${dataTable('Rules that stood in nobody’s way', columns, others)}
    </details>`;
}

const isNotable = ({ status }: RuleRow): boolean => isBroken(status) || status === 'waived';

/** `2 failed, 31 passed`, the gravest first. */
export function ruleFigures(rules: readonly RuleRow[]): string {
  const count = (status: RuleStatus): number => rules.filter((rule) => rule.status === status).length;
  const parts = (['fail', 'unknown', 'waived', 'pass', 'not_applicable'] as const).filter((status) => count(status) > 0);
  return parts.length === 0 ? 'no rule answered' : parts.map((status) => `${count(status)} ${STATUSES[status][1]}`).join(', ');
}

const STATUSES: Readonly<Record<RuleStatus, readonly [Tone, string]>> = {
  pass: ['good', 'passed'],
  fail: ['bad', 'failed'],
  waived: ['caution', 'waived'],
  unknown: ['bad', 'unknown'],
  not_applicable: ['quiet', 'not applicable'],
};

/** Of a rule that gives no reason. */
const UNREASONED: Readonly<Record<RuleStatus, string>> = {
  pass: 'proved',
  fail: 'no reason recorded',
  waived: 'no reason recorded',
  unknown: 'no reason recorded',
  not_applicable: 'nothing in this change to judge by it',
};

function answer(rule: RuleRow): Part {
  const [tone, word] = STATUSES[rule.status];
  return html`${statusMark(tone, word)}${rule.mode === 'enforce' ? null : html` <span class="mode">${rule.mode} only</span>`}`;
}

const columns = [
  {
    head: 'Rule',
    names: true,
    cell: (rule: RuleRow) => html`<code>${rule.id}</code><br /><span class="quiet">${rule.title}</span>`,
  },
  { head: 'Answer', cell: answer },
  {
    head: 'Why',
    cell: (rule: RuleRow) =>
      rule.reasons.length === 0 && rule.exception === null
        ? html`<span class="quiet">${UNREASONED[rule.status]}</span>`
        : html`${rule.reasons.map((reason) => html`<span class="reason">${reason}</span>`)}${rule.exception === null ? null : html`<span class="reason">exception ${rule.exception}</span>`}`,
  },
  { head: 'Controls', cell: (rule: RuleRow) => (rule.controls.length === 0 ? 'none' : rule.controls.join(', ')) },
];
