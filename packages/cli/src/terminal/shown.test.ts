import { expect, it } from '@jest/globals';
import { shown } from './shown.ts';
import { wrap } from './table.ts';

const PIECES = ['::', ':', '##[', '##', '#', '[', 'error', ']', '\n', '\r', '\u001b[31m', '\u202e', ' ', 'add-mask', 'ß', '機'];
const runnerCommand = (text: string) => /^\s*::/m.test(text) || text.includes('##[');

it('lets no sequence of pieces through that a runner would obey', () => {
  let state = 7;
  const next = (below: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 8) % below;
  };
  for (let round = 0; round < 5_000; round++) {
    const text = Array.from({ length: 1 + next(8) }, () => PIECES[next(PIECES.length)]).join('');
    expect(wrap(shown(text), 1).some(runnerCommand)).toBe(false);
    expect(runnerCommand(shown(text))).toBe(false);
    expect(shown(text)).not.toMatch(/[\n\r\u001b\u202e]/);
  }
});

it('leaves ordinary names as they are', () => {
  const names = [
    'ghcr.io/acme/web:1.2@sha256:ab',
    'feature/日本',
    'CWE-79 #12 [draft]',
    'arn:aws:iam::123456789012:role/writer',
    'arn:aws:s3:::example-evidence',
    '+  echo "::add-mask::$basic"',
  ];
  for (const name of names) expect(shown(name)).toBe(name);
});
