import type { Command } from './command.ts';
import { commandOf, type Notation } from './command-notation.ts';

const PREFIX = '##[';
const UNESCAPE: Notation['data'] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

const V1: Notation = { separator: ';', property: UNESCAPE, data: UNESCAPE };

/** `##[name key=value;]data`, at its first place anywhere in a line (actions/runner, ActionCommand.TryParse; gate.md row 53). */
export function parseCommandV1(line: string, registered: ReadonlySet<string>): Command | null {
  const start = line.indexOf(PREFIX);
  if (start < 0) return null;
  const end = line.indexOf(']', start);
  if (end < 0) return null;
  return commandOf(line.slice(start + PREFIX.length, end), line.slice(end + 1), registered, V1);
}
