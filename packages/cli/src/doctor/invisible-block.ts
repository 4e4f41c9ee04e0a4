import type { Invisible } from '@proofrail/github/doctor';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { wrap } from '../terminal/table.ts';

/** Each permission once, with all that it would show: so it is asked for once. */
export function invisibleBlock(invisible: readonly Invisible[], { style, columns }: Page): string {
  if (invisible.length === 0) return '';
  const needs = [...new Set(invisible.map((one) => one.needs))];
  const parts = needs.flatMap((need) => {
    const whats = invisible
      .filter((one) => one.needs === need)
      .map(({ what, why }) => `${what}${SAYS_NOTHING_NEW.includes(why) ? '' : ` (${why})`}`);
    const room = columns === undefined ? Infinity : Math.max(24, columns - 4);
    return [
      ...wrap(`needs ${shown(need)}`, room).map((line) => `  ${style.caution(line)}`),
      ...wrap(shown(whats.join(', ')), room).map((line) => `    ${line}`),
    ];
  });
  return [style.strong('Not visible'), ...parts].join('\n');
}

/** That it is not there, or not allowed, is what "needs" says already. */
const SAYS_NOTHING_NEW: readonly Invisible['why'][] = ['forbidden', 'absent'];
