import { isShown, type Attack, type Section, type ShownAttack } from '../../test/attacks/attack.ts';
import { INCIDENTS } from '../../test/attacks/incidents/index.ts';
import { SECTIONS } from '../../test/attacks/rows/index.ts';
import { anchorOf } from './anchor-of.ts';
import { markdownTable as table } from './markdown-table.ts';

/** The generated part of docs/attacks.md: how many attacks end how, and each of them. */
export const attacksPage = (): string =>
  [...sums(SECTIONS.flatMap(({ attacks }) => attacks)), ...SECTIONS.flatMap(sectionOf), ...incidents()].join('\n\n');

const ENDINGS: readonly (readonly [Attack['ending'], string])[] = [
  ['prevented', 'it does not get through'],
  ['detected', 'somebody is told, before it is used or after it happened'],
  ['recorded', 'it may happen, and the evidence says that it did'],
  ['waiting', 'the work that answers it is not done yet'],
  ['open', 'nothing here stops, finds or records it'],
];

function sums(attacks: readonly Attack[]): string[] {
  const counted = ENDINGS.map(([ending, means]) => [
    ending,
    String(attacks.filter((each) => each.ending === ending).length),
    means,
  ]);
  const live = attacks.filter((each) => isShown(each) && each.live !== undefined).length;
  return [
    table(
      ['ends', 'attacks', 'means'],
      counted.filter(([, count]) => count !== '0'),
    ),
    `Of ${live} of them a part can be proven on github.com alone: it is a step of the [live checklist](live-checklist.md).`,
  ];
}

const sectionOf = ({ title, file, attacks }: Section): string[] => [
  `## ${title}`,
  `Carried out in [\`test/attacks/rows/${file}\`](../test/attacks/rows/${file}).`,
  table(
    ['row', 'attack', 'ends', 'answered by', 'seen red'],
    attacks.map((attack) => [String(attack.row), attack.attack, ...(isShown(attack) ? shown(attack) : unshown(attack))]),
  ),
  ...leftOpen(attacks.filter(isShown)),
];

function leftOpen(attacks: readonly ShownAttack[]): string[] {
  const left = attacks.flatMap(({ row, leaves }) => (leaves === undefined ? [] : [`- Row ${row}. ${leaves}`]));
  return left.length === 0 ? [] : [`Not answered yet:\n\n${left.join('\n')}`];
}

const shown = ({ ending, answered, seenRed, live }: ShownAttack): string[] => [
  live === undefined ? ending : `${ending}; [live](live-checklist.md#${anchorOf(live)})`,
  `${answered.by}: \`${answered.with}\``,
  seenRed,
];

const unshown = (attack: Exclude<Attack, ShownAttack>): string[] => [
  attack.ending,
  attack.ending === 'waiting' ? attack.waitsFor : attack.why,
  '',
];

const incidents = (): string[] => [
  '## Incidents',
  'What happened to others, played scene by scene in [`test/attacks/incidents`](../test/attacks/incidents).',
  table(
    ['incident', 'what happened', 'rows', 'scenes'],
    INCIDENTS.map(({ name, happened, rows, scenes }) => [
      name,
      happened,
      rows.join(', '),
      scenes.map(({ scene }) => scene).join('; '),
    ]),
  ),
];
