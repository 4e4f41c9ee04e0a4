import { describe, expect, it } from '@jest/globals';
import { hexOf, sha256 } from '../canonical/digest.ts';
import {
  LOWEST_NAME,
  announcementKey,
  blobKey,
  blobName,
  digestOfBlob,
  digestOfName,
  evasiveBlobName,
  isAnnouncement,
  isRecordName,
  namedPointerKey,
  parseKey,
  pointerKey,
  pointerSubject,
  recordKey,
  recordName,
  recordOfPointer,
  slotKey,
  timeOfName,
  type PointerName,
  type PointerSubject,
} from './layout.ts';
import { isPullRequestStream, isStreamId, parseStreamId, type StreamId } from './stream-id.ts';

const HEX = 'ab'.repeat(32);
const STREAMS = ['0', '1', '42', '18446744073709551615', '42-pr', '0-pr'] as StreamId[];
const NOT_STREAMS = [
  '',
  '-pr',
  '01',
  '1-PR',
  '1-pr-pr',
  'main',
  '1/2',
  '../1',
  '1 ',
  ' 1',
  '1\n',
  '-1',
  '1.0',
  '1e3',
  '123456789012345678901',
  '①',
];

describe('the layout of a ledger', () => {
  it('takes numbers for streams, never names', () => {
    expect(STREAMS.filter((stream) => !isStreamId(stream))).toEqual([]);
    expect(NOT_STREAMS.filter(isStreamId)).toEqual([]);
    expect([null, undefined, 1, {}].filter(isStreamId)).toEqual([]);
    expect(() => parseStreamId('octo/repo')).toThrow(expect.objectContaining({ code: 'ledger/stream-id' }));
    expect(STREAMS.filter(isPullRequestStream)).toEqual(['42-pr', '0-pr']);
  });

  it('reads back every key that it makes', () => {
    for (const stream of STREAMS) {
      for (const at of [0, 1, 1_763_698_800_123, 9_999_999_999_999]) {
        const name = recordName(at, sha256(`record ${at}`));
        expect(parseKey(recordKey(stream, name))).toEqual({ kind: 'record', stream, name });
        expect([timeOfName(name), digestOfName(name)]).toEqual([at, sha256(`record ${at}`)]);
      }
      for (const seq of [1, 2, 9, 10, 999_999, Number.MAX_SAFE_INTEGER]) {
        expect(parseKey(slotKey(stream, seq))).toEqual({ kind: 'slot', stream, seq });
      }
      for (const name of [blobName(sha256('blob')), evasiveBlobName(sha256('blob'))]) {
        expect(parseKey(blobKey(stream, name))).toEqual({ kind: 'blob', stream, name });
        expect(digestOfBlob(name)).toBe(sha256('blob'));
      }
    }
  });

  it('has the widths that decisions.md fixes, and no colon', () => {
    const stream = '42' as StreamId;
    expect(recordKey(stream, recordName(7, sha256('')))).toMatch(/^v1\/records\/42\/0000000000007-[0-9a-f]{64}$/);
    expect(slotKey(stream, 7)).toBe('v1/segments/42/0000000000000007');
    expect(blobKey(stream, blobName(sha256('')))).toMatch(/^v1\/blobs\/42\/[0-9a-f]{64}$/);
  });

  it('confines pointers to their stream, under commits and SHA-256 alone', () => {
    const stream = '42' as StreamId;
    const [commit, image] = ['a'.repeat(40), sha256('image')].map(pointerSubject);
    expect([commit, image]).toEqual(['a'.repeat(40), hexOf(sha256('image'))]);
    const key = pointerKey(stream, commit as PointerSubject, sha256('record'));
    expect(key).toBe(`v1/by/42/${'a'.repeat(40)}/${hexOf(sha256('record'))}`);
    const announcement = announcementKey(stream, commit as PointerSubject, sha256('record'));
    expect(announcement).toBe(`${key}~`);
    for (const [each, isOne] of [
      [key, false],
      [announcement, true],
    ] as const) {
      const parsed = parseKey(each);
      const name = each.slice('v1/by/42/'.length) as PointerName;
      expect(parsed).toEqual({ kind: 'pointer', stream, name });
      expect([namedPointerKey(stream, name), recordOfPointer(name), isAnnouncement(name)]).toEqual([
        each,
        sha256('record'),
        isOne,
      ]);
    }
    for (const word of ['', 'main', 'a'.repeat(39), 'A'.repeat(40), `sha512:${HEX}`, `../${HEX}`, `${HEX}\n`])
      expect([word, pointerSubject(word)]).toEqual([word, null]);
  });

  it('orders keys as text the way it orders time and slots', () => {
    const numbers = [1, 2, 9, 10, 11, 99, 100, 12_345, 1_763_698_800_123, 9_999_999_999_999];
    const slots = numbers.map((seq) => slotKey('1' as StreamId, seq));
    const names = numbers.map((at) => recordName(at, sha256(String(at))));
    expect([...slots].sort()).toEqual(slots);
    expect([...names].sort()).toEqual(names);
    expect(names.every((name) => name > LOWEST_NAME)).toBe(true);
  });

  it.each([
    '',
    'v1',
    'v1/',
    'v1/records',
    'v1/records/1',
    'v1/records/1/',
    `v2/records/1/0000000000001-${HEX}`,
    `V1/records/1/0000000000001-${HEX}`,
    `v1/record/1/0000000000001-${HEX}`,
    `v1/records/x/0000000000001-${HEX}`,
    `v1/records/1/1-${HEX}`,
    `v1/records/1/00000000000001-${HEX}`,
    `v1/records/1/0000000000001-${HEX.toUpperCase()}`,
    `v1/records/1/0000000000001-${HEX}0`,
    `v1/records/1/0000000000001-${HEX}/x`,
    `v1/records/1/0000000000001-${HEX}\n`,
    `v1/records/1/0000000000001_${HEX}`,
    `/v1/records/1/0000000000001-${HEX}`,
    'v1/segments/1/0000000000000000',
    'v1/segments/1/1',
    'v1/segments/1/00000000000000001',
    'v1/segments/1/9007199254740992',
    'v1/segments/1/9999999999999999',
    'v1/segments/1/000000000000000x',
    'v1/segments/1/-000000000000001',
    'v1/segments/1/0000000000000001.sig',
    `v1/blobs/1/${HEX}~2`,
    `v1/blobs/1/${HEX}~`,
    `v1/blobs/1/${HEX}~1~1`,
    `v1/blobs/1/${HEX.slice(1)}`,
    `v1/blobs/${HEX}`,
    `v1/by/1/${HEX}`,
    `v1/by/1/${HEX}/${HEX}~~`,
    `v1/by/1/${HEX}/${HEX}~1`,
    `v1/by/1/${HEX}/${HEX}/x`,
    `v1/by/1/${HEX.slice(1)}/${HEX}`,
    `v1/by/1-pr/${HEX}/${HEX}`,
    `v1/by/${HEX}/${HEX}`,
    `v1/receipts/1/${HEX}/${HEX}`,
  ])('does not know what nobody of ours would write: %j', (key) => {
    expect(parseKey(key)).toBeNull();
  });

  it('changes meaning, or loses it, with every single changed character of a key', () => {
    const known = [
      recordKey('7' as StreamId, recordName(1, sha256('a'))),
      slotKey('7-pr' as StreamId, 12),
      blobKey('7' as StreamId, evasiveBlobName(sha256('b'))),
      announcementKey('7' as StreamId, 'c'.repeat(40) as PointerSubject, sha256('c')),
    ];
    for (const key of known) {
      const meaning = JSON.stringify(parseKey(key));
      for (let at = 0; at < key.length; at++) {
        for (const other of ['0', '9', 'a', 'A', '/', '-', '~', '.', ':', ' ']) {
          const changed = key.slice(0, at) + other + key.slice(at + 1);
          if (changed !== key) expect(JSON.stringify(parseKey(changed))).not.toBe(meaning);
        }
      }
    }
  });

  it('makes no key for numbers that are none', () => {
    for (const seq of [0, -1, 1.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])
      expect(() => slotKey('1' as StreamId, seq)).toThrow(RangeError);
    for (const at of [-1, 0.5, Number.NaN, 10_000_000_000_000]) expect(() => recordName(at, sha256(''))).toThrow(RangeError);
    expect([null, 1, '', `1-${HEX}`].filter(isRecordName)).toEqual([]);
  });
});
