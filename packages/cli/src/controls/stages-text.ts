import type { Stage } from '@proofrail/core/controls';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

export function stagesText(found: readonly Stage[], { style, columns }: Page): string {
  const rows = found.flatMap((stage) => [
    [
      { text: String(stage.number).padStart(2) },
      { text: stage.name, look: style.strong },
      stage.iso27001.join(' '),
      stage.soc2.join(' '),
      stage.rules.length === 0 ? { text: 'no rule', look: style.caution } : { text: stage.rules.join(' ') },
    ],
    ...(stage.note === null ? [] : [['', '', '', '', { text: shown(stage.note), look: style.quiet }]]),
  ]);
  const head = ['', 'stage', 'ISO 27001:2022', 'SOC 2', 'rules today'].map((text) => ({ text, look: style.quiet }));
  const covered = found.filter((stage) => stage.rules.length > 0).length;
  return `${table([head, ...rows], columns === undefined ? {} : { columns })}\n\n${covered} of ${found.length} stages have a rule today`;
}
