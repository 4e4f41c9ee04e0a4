import path from 'node:path';
import { expect, it } from '@jest/globals';
import { folderOf } from './folder-of.ts';

it.each([
  ['file:./ledger', './ledger'],
  ['file:/var/ledger//', '/var/ledger'],
  ['file:.hidden', '.hidden'],
  ['file:.', process.cwd()],
  ['file:./', process.cwd()],
  ['file:..', path.dirname(process.cwd())],
  ['file:a/..', process.cwd()],
])('what lies beside %s lies outside of it', (uri, folder) => expect(folderOf(uri)).toBe(folder));

it.each(['file:', 'file:/', 'file:///', 's3://bucket', './ledger', ''])('nothing lies beside %j', (uri) =>
  expect(folderOf(uri)).toBeNull(),
);
