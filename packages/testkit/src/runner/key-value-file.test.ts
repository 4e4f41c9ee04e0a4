import { expect, it } from '@jest/globals';
import { readKeyValueFile } from './key-value-file.ts';

it.each([
  ['a=b\n', { a: 'b' }],
  ['a=b=c<<d\n', { a: 'b=c<<d' }],
  ['a<<EOF\nx\ny\nEOF\n', { a: 'x\ny' }],
  ['a<<EOF\nEOF\n', { a: '' }],
  ['a<<EOF\n\nEOF\nb=1', { a: '', b: '1' }],
  ['\n\na=\n', { a: '' }],
  ['a<<E=F\nx\nE=F\n', { a: 'x' }],
  ['a=1\na=2\n', { a: '2' }],
])('reads %j as the runner does', (text, values) => expect(readKeyValueFile(text)).toEqual(values));

it.each(['a', '<<EOF\nx\nEOF', 'a<<\nx', 'a<<EOF\nx'])('fails the step over %j, as the runner does', (text) =>
  expect(() => readKeyValueFile(text)).toThrow(),
);
