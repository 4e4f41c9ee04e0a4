import { describe, expect, it } from '@jest/globals';
import { disputedLineBreak } from './disputed-line-break.ts';

describe('a line that ends for some readers alone', () => {
  it.each(['\r', '\u0085', '\u2028', '\u2029'])('is found: %j', (sign) => {
    expect(disputedLineBreak(`a: 1 # then${sign}b: 2\n`)).toBe(11);
    expect(disputedLineBreak(`a: 1\n${sign}`)).toBe(5);
  });

  it.each(['a: 1\nb: 2\n', 'a: 1\r\nb: 2\r\n', '', '{"a": "one\u2028two"}', '{\r"a": 1\r}'])('is not in %j', (text) => {
    expect(disputedLineBreak(text)).toBeNull();
  });

  it('is not excused by a beginning that is JSON', () => {
    expect(disputedLineBreak('{"a": 1} # then\u2028--- {}')).toBe(15);
  });
});
