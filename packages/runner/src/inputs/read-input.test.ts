import { afterEach, expect, it } from '@jest/globals';
import { readInput } from './read-input.ts';

afterEach(() => {
  delete process.env['INPUT_LEDGER'];
});

it.each([
  ['  file:./ledger \r\n', 'file:./ledger'],
  ['\t', ''],
  ['\ufeffmain', '\ufeffmain'],
  ['main\u00a0', 'main\u00a0'],
  ['a  b', 'a  b'],
])('%j is read as %j: what is not an ASCII blank names something else', (given, read) => {
  process.env['INPUT_LEDGER'] = given;
  expect(readInput('ledger')).toBe(read);
});

it('is empty when the input was not given', () => expect(readInput('ledger')).toBe(''));
