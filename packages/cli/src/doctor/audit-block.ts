import type { Examination } from '@proofrail/github/doctor';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

type AuditAnswer = Examination['audit'][number];

export function auditBlock(audit: readonly AuditAnswer[], { style, columns }: Page): string {
  if (audit.length === 0) return '';
  const width = columns === undefined ? {} : { columns };
  const rows = audit.flatMap((one) => [
    [
      { text: one.answer.verdict, look: lookOf(one, style) },
      { text: one.title, look: style.strong },
    ],
    ['', shown(one.answer.why)],
    ...advice(one).map((text) => ['', { text, look: style.quiet }]),
  ]);
  return `${style.strong('What auditors find most often')}\n${table(rows, { indent: 2, ...width })}`;
}

function advice({ answer, doThis }: AuditAnswer): string[] {
  switch (answer.verdict) {
    case 'found':
      return [`do this: ${doThis}`];
    case 'not visible':
      return [`needs ${shown(answer.unseen.needs)}`];
    case 'not found':
      return [];
  }
}

function lookOf({ answer }: AuditAnswer, style: Style): (text: string) => string {
  switch (answer.verdict) {
    case 'found':
      return style.bad;
    case 'not visible':
      return style.caution;
    case 'not found':
      return style.good;
  }
}
