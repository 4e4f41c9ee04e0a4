import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { fileAtHead } from './file-at-head.ts';

const TEXT = '{"kind":"List"}';
const ID = createHash('sha1').update(`blob ${TEXT.length}\0${TEXT}`).digest('hex');
const OBJECT = { oid: ID, isBinary: false, isTruncated: false, text: TEXT };
const entry = { mode: 0o100644, type: 'blob', oid: ID, object: OBJECT };

it.each([0o100644, 0o100755, 0o100664])('a file of mode %i is what it holds', (mode) =>
  expect(fileAtHead({ ...entry, mode }, ID)).toEqual({ known: true, value: { kind: 'text', text: TEXT } }),
);

it.each([
  ['a symbolic link', { ...entry, mode: 0o120000 }],
  ['a submodule', { mode: 0o160000, type: 'commit', oid: ID, object: null }],
])('%s is a link, whatever its text reads like', (_name, found) =>
  expect(fileAtHead(found, ID)).toEqual({ known: true, value: { kind: 'link' } }),
);

it.each([
  ['is not there', null, 'unusable'],
  ['is another object than the list of files had', { ...entry, oid: '1'.repeat(40) }, 'moved'],
  ['has no text', { ...entry, object: { ...OBJECT, text: null } }, 'unusable'],
  ['was cut', { ...entry, object: { ...OBJECT, isTruncated: true } }, 'truncated'],
  ['is not what its id says', { ...entry, object: { ...OBJECT, text: 'other' } }, 'unusable'],
])('what %s is unknown', (_name, found, why) => expect(fileAtHead(found, ID)).toEqual({ known: false, why }));
