import type { Command } from './command.ts';
import { commandOf, type Notation } from './command-notation.ts';

const KEY = '::';

const V2: Notation = {
  separator: ',',
  property: [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ],
  data: [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ],
};

/** `::name key=value,key=value::data`, at the start of a line after any white space (actions/runner, ActionCommand.TryParseV2). */
export function parseCommandV2(line: string, registered: ReadonlySet<string>): Command | null {
  const text = line.trimStart();
  if (!text.startsWith(KEY)) return null;
  const end = text.indexOf(KEY, KEY.length);
  if (end < 0) return null;
  return commandOf(text.slice(KEY.length, end), text.slice(end + KEY.length), registered, V2);
}
