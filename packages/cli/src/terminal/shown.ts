import { terminalText } from '@proofrail/machine';

/**
 * Text that an outsider may have written, safe in a terminal and in the log of a CI system: control and direction characters show as
 * their codes, and nothing in it can be read as a command by the Actions runner, which honours `##[` anywhere in a line and `::` at
 * its start (gate.md 3.3). A table may break it after any space. Behind any sign, as in an ARN, `::` stays: it is to be copied.
 * Every untrusted string passes through here exactly once.
 */
export function shown(text: string): string {
  return terminalText(text)
    .replaceAll('##[', '##\\[')
    .replace(/(?<!\S)::/g, ':\\:');
}
