import { expect, it } from '@jest/globals';
import { consoleLogger } from './console-logger.ts';
import { terminalText } from './terminal-text.ts';

it('lets no character through that moves the cursor, ends the line or turns the reading direction', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code);
  const shown = codes.map((code) => terminalText(`a${String.fromCharCode(code)}b`));
  expect(shown.filter((text) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text))).toEqual([]);
});

it('leaves ordinary text of any script as it is', () => {
  expect(terminalText('Änderung №5 из ветки 機能 — ok ✅')).toBe('Änderung №5 из ветки 機能 — ok ✅');
});

it('keeps a hostile branch name on the line it was printed on', () => {
  const written: string[] = [];
  consoleLogger({ write: (text) => written.push(text) }).info('branch x\u001b[2J\r\nfake: allowed');
  expect(written.join('').split('\n')).toHaveLength(2);
  expect(written.join('')).not.toContain('\u001b');
});
