import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { CHECK_NAME } from './check-name.ts';
import { colouredDiff } from './file-diff.ts';
import type { Initialised } from './initialised.ts';
import type { PlannedFile } from './planned-file.ts';

/** The diff first, then one line for each file, then what happened and what is left to do. */
export function initText(done: Initialised, { style }: Page): string {
  const { files, nextSteps, mode, written } = done;
  const changed = written ? [] : files.filter(({ state }) => state === 'new' || state === 'differs');
  return [
    ...changed.map((file) => colouredDiff(file, style)),
    files.map(({ path, state }) => `${STATES[state](style)} ${shown(path)}`).join('\n'),
    headline(done, style),
    [
      `The check is called ${style.strong(CHECK_NAME)}${mode === 'organisation' ? ', and the rule requires its workflow, not its name' : ', by GitHub Actions (integration_id 15368)'}.`,
      ...nextSteps.map((step, index) => `${index + 1}. ${step}`),
    ].join('\n'),
  ].join('\n\n');
}

const STATES: Readonly<Record<PlannedFile['state'], (style: Style) => string>> = {
  new: (style) => style.good('new    '),
  same: (style) => style.quiet('same   '),
  kept: (style) => style.quiet('yours  '),
  'left-out': (style) => style.quiet('kept out'),
  differs: (style) => style.bad('differs'),
};

function headline({ files, written }: Initialised, style: Style): string {
  const count = (state: PlannedFile['state']): number => files.filter((file) => file.state === state).length;
  if (count('differs') > 0)
    return `${style.bad('Nothing was written')}: ${counted(count('differs'), 'file')} of yours would change. Take over what you want of the diff, or move the file away, and run it again.`;
  if (count('new') === 0) return `${style.good('Nothing to do')}: every file is there.`;
  if (written) return `${style.good('Written')}: ${counted(count('new'), 'file')}.`;
  return `${style.caution('Nothing was written yet')}: run it again with --yes to write ${counted(count('new'), 'file')}.`;
}
