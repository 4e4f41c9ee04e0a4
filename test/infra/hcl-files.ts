import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const INFRA = fileURLToPath(new URL('../../infra/', import.meta.url));

/** Every file of infra/ with this ending, by its path from there. */
export const filesOf = (ending: string): string[] =>
  readdirSync(INFRA, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('.terraform'))
    .sort();

export const textOf = (file: string): string => readFileSync(path.join(INFRA, file), 'utf8');

const CLOSING: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' };

/**
 * The first thing that is no HCL of the simple kind used here, or null: brackets pair up, strings and templates in them end, a comment is
 * a line of `#`. It is no parser: that one is built from test/tools/hcl, and what an argument means is for `terraform validate`.
 */
export function faultIn(text: string): string | null {
  const open: string[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const inString = open.at(-1) === '"';
    if (char === '\n') line += 1;
    if (inString) {
      if (char === '\n') return `line ${line - 1}: a string that does not end`;
      if (char === '\\') at += 1;
      else if (char === '"') open.pop();
      else if (char === '$' && text[at + 1] === '{') {
        open.push('{');
        at += 1;
      }
    } else if (char === '#') at = Math.max(at, text.indexOf('\n', at) - 1);
    else if ('"{[('.includes(char)) open.push(char);
    else if (char in CLOSING && open.pop() !== CLOSING[char]) return `line ${line}: ${char} closes nothing`;
  }
  return open.length === 0 ? null : `the end: ${open.join(' ')} stays open`;
}
