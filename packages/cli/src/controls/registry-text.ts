import { daysOfYears, kindsKeptLonger, type Configuration } from '@proofrail/core/controls';
import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

/** What a registry asks for, rule by rule, and the few choices that stand above the rules. */
export function registryText(registry: Configuration, { style, columns }: Page): string {
  const head = ['rule', 'mode', 'controls'].map((text) => ({ text, look: style.quiet }));
  const rows = registry.switchedOn.map((id) => [
    { text: shown(id), look: style.strong },
    registry.modes[id] ?? 'enforce',
    shown((registry.controls[id] ?? []).join(' ')),
  ]);
  const preset = registry.preset === null ? '' : `, preset ${registry.preset}`;
  const roles = Object.entries(registry.roles).map(([role, people]) => `${role} (${counted(people.length, 'person', 'people')})`);
  const kinds = kindsKeptLonger(registry, daysOfYears(registry.retentionYears));
  const longer = kinds.map(({ kind, years }) => `${kind} ${counted(years, 'year')}`);
  const facts: [string, string][] = [
    ['registry', `${registry.form} form${preset}`],
    ['kept', [counted(registry.retentionYears, 'year'), ...longer].join('; ')],
    ['roles', shown(roles.join(', ') || 'none')],
    ['exceptions', counted(registry.exceptions.length, 'file')],
  ];
  const width = columns === undefined ? {} : { columns };
  return `${table(
    facts.map(([name, text]) => [{ text: name, look: style.quiet }, text]),
    width,
  )}\n\n${table([head, ...rows], width)}`;
}
