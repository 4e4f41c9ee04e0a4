import { expect, it } from '@jest/globals';
import { jsonText } from './json-text.ts';

it('says the same as JSON.stringify and nothing to the runner', () => {
  const hostile = {
    'k##[error]': ['##[warning]x', '###[debug]', '##[[', '\u202e\u0085\u2028\u{e0001}', '::error::x', '\u0000\u001b[2J'],
  };
  const text = jsonText(hostile);
  expect(JSON.parse(text)).toEqual(hostile);
  expect(text).not.toContain('##[');
  expect(text).not.toMatch(/^\s*::/m);
  expect(text).not.toMatch(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/u);
});
