import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../canonical/canonical-json.ts';
import { sha256 } from '../../canonical/digest.ts';
import { LOWEST_NAME, recordName } from '../layout.ts';
import { MAX_ENTRIES, MAX_RECENT, parseSlot, slotText, type Slot } from './slot.ts';
import type { StreamId } from '../stream-id.ts';

const names = (count: number, from = 1_000) =>
  Array.from({ length: count }, (_, n) => recordName(from + n, sha256(`${from + n}`)));
const SLOT: Slot = {
  stream: '42' as StreamId,
  seq: 7,
  prev: sha256('slot 6'),
  floor: recordName(1_000, sha256('1000')),
  entries: names(3, 1_010),
  adopted: [],
  recent: names(4),
};
const ADOPTING: Slot = { ...SLOT, adopted: [1, 3] };
const FIRST: Slot = { ...SLOT, seq: 1, prev: null, floor: LOWEST_NAME, recent: [] };

describe('the text of a slot', () => {
  it('is RFC 8785, whatever the slot holds', () => {
    for (const slot of [SLOT, FIRST, { ...SLOT, entries: names(MAX_ENTRIES, 5_000) }, { ...SLOT, stream: '9-pr' as StreamId }]) {
      const { stream, seq, prev, floor, entries, recent } = slot;
      expect(slotText(slot)).toBe(Buffer.from(canonicalJson({ v: 1, stream, seq, prev, floor, entries, recent })).toString());
    }
  });

  it('is RFC 8785 with positions of adopted records, too, and what it was before there were any without', () => {
    const { stream, seq, prev, floor, entries, adopted, recent } = ADOPTING;
    const canonical = canonicalJson({ v: 1, stream, seq, prev, floor, entries, adopted: [...adopted], recent });
    expect(slotText(ADOPTING)).toBe(Buffer.from(canonical).toString());
    expect(slotText(SLOT)).not.toContain('adopted');
  });

  it('is read back as the slot that it spells', () => {
    for (const slot of [SLOT, FIRST, ADOPTING]) expect(parseSlot(slotText(slot))).toMatchObject(slot);
  });

  it('means something else, or nothing, after any single changed character', () => {
    const text = slotText(ADOPTING);
    for (let at = 0; at < text.length; at++) {
      for (const other of ['0', 'f', '"', ',', ' ', '}', '\r', '\\']) {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        const slot = changed === text ? null : parseSlot(changed);
        if (slot !== null) expect(slotText(slot)).toBe(changed);
      }
    }
  });

  const other = (change: object): string => slotText({ ...SLOT, ...change });
  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', slotText(SLOT).replace('"v":1', '"v":2')],
    ['a member more', slotText(SLOT).replace('"v":1', '"v":1,"x":1')],
    ['a member twice', slotText(SLOT).replace('"v":1', '"v":1,"v":1')],
    ['a member less', slotText(SLOT).replace(',"v":1', '')],
    ['white space', `${slotText(SLOT)}\n`],
    ['a number in another spelling', slotText(SLOT).replace('"seq":7', '"seq":7.0')],
    ['a prototype', slotText(SLOT).replace('{"entries"', '{"__proto__":{},"entries"')],
    ['an empty list of adopted records', slotText(ADOPTING).replace('[1,3]', '[]')],
    ['no list of adopted records', slotText(ADOPTING).replace('[1,3]', 'null')],
    ['adopted records by name', slotText(ADOPTING).replace('[1,3]', '["1","3"]')],
    ['a position before the first', other({ adopted: [0] })],
    ['a position behind the last', other({ adopted: [4] })],
    ['a position between two', other({ adopted: [1.5] })],
    ['a position twice', other({ adopted: [1, 1] })],
    ['positions that do not ascend', other({ adopted: [2, 1] })],
    ['nothing of its own writer', other({ adopted: [1, 2, 3] })],
    ['entries that are lists', slotText(SLOT).replace(/"entries":\[("[^"]+")/, '"entries":[[$1]')],
    ['entries that are one text', slotText(SLOT).replace(/"entries":\[[^\]]*\]/, '"entries":"x"')],
    ['two entries in one text', slotText(SLOT).replace('","', '\\",\\"')],
    ['no list of recent records', slotText(SLOT).replace(/"recent":\[[^\]]*\]/, '"recent":null')],
    ['a number as text', slotText(SLOT).replace('"seq":7', '"seq":"7"')],
    ['a number below 0', other({ seq: -7 })],
    ['a text that no digest is as its predecessor', other({ prev: 'null' })],
    ['brackets without end', '['.repeat(400_000)],
    ['no entries', other({ entries: [] })],
    ['entries in disorder', other({ entries: [...SLOT.entries].reverse() })],
    ['an entry twice', other({ entries: [SLOT.entries[0], SLOT.entries[0]] })],
    ['too many entries', other({ entries: names(MAX_ENTRIES + 1) })],
    ['too many recent', other({ recent: names(MAX_RECENT + 1) })],
    ['a recent record below the floor', other({ floor: recordName(1_001, sha256('')) })],
    ['slot number 0', other({ seq: 0 })],
    ['a first slot that has a predecessor', other({ seq: 1 })],
    ['a later slot that has none', other({ prev: null })],
    ['a stream with a name', other({ stream: 'octo' })],
    ['a control character', other({ stream: '4\r2' })],
  ])('is void with %s', (_, text) => {
    expect(parseSlot(text)).toBeNull();
  });
});
