import { visibleControls } from './visible-controls.ts';

/**
 * One whole line for the job's log. Escape the finished line, not its parts: two harmless parts can meet as a command.
 *
 * The runner acts on `##[name …]` anywhere in a line and on `::name …::` at its start after white space (actions/runner,
 * ActionCommand.cs; gate.md row 53). A space goes into either; people still read what was there.
 */
export function logText(line: string): string {
  return visibleControls(line)
    .replace(/#(?=\[)/g, '# ')
    .replace(/^(\s*:)(?=:)/, '$1 ');
}
