import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import type { PlannedFile } from './planned-file.ts';
import { unifiedDiff, type DiffLine } from './unified-diff.ts';

/** A unified diff that `git apply` takes; empty where there is nothing to change. */
export function diffText(file: PlannedFile): string {
  const lines = linesOf(file).map(({ kind, text }) => `${SIGNS[kind]}${text}`);
  return lines.length === 0 ? '' : `${[...names(file), ...lines].join('\n')}\n`;
}

/** The same for a terminal. */
export function colouredDiff(file: PlannedFile, style: Style): string {
  const looks = { same: style.quiet, removed: style.bad, added: style.good, place: style.quiet };
  const lines = linesOf(file).map(({ kind, text }) => looks[kind](shown(`${SIGNS[kind]}${text}`)));
  return [...names(file).map((name) => style.strong(shown(name))), ...lines].join('\n');
}

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '-', added: '+', place: '' };

const linesOf = ({ state, found, text }: PlannedFile): DiffLine[] =>
  state === 'new' || state === 'differs' ? unifiedDiff(found, text) : [];

const names = ({ path, found }: PlannedFile): string[] => [found === null ? '--- /dev/null' : `--- a/${path}`, `+++ b/${path}`];
