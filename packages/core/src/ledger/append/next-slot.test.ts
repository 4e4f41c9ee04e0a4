import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../canonical/digest.ts';
import { EMPTY_HEAD, headAfter, type Head } from './head.ts';
import { recordName, type RecordName } from '../layout.ts';
import { nextSlot } from './next-slot.ts';
import { MAX_ENTRIES, MAX_RECENT, parseSlot, slotText } from '../stored/slot.ts';
import type { StreamId } from '../stream-id.ts';

const STREAM = '1' as StreamId;
const name = (at: number): RecordName => recordName(at, sha256(String(at)));

/** Appends record after record and gives back the head after each. */
function chain(times: readonly (readonly number[])[]): Head[] {
  const heads = [EMPTY_HEAD];
  for (const own of times) {
    const head = heads.at(-1) ?? EMPTY_HEAD;
    const slot = nextSlot(STREAM, head, own.map(name), []);
    expect(parseSlot(slotText(slot))).not.toBeNull();
    heads.push(headAfter(slot, sha256(slotText(slot))));
  }
  return heads.slice(1);
}

describe('the slot that a writer puts next', () => {
  it('commits its own records and those it has seen, each once, in order', () => {
    const head = chain([[100], [200]]).at(-1) ?? EMPTY_HEAD;
    const slot = nextSlot(STREAM, head, [name(300), name(250)], [name(100), name(200), name(220), name(300)]);
    expect(slot.entries).toEqual([220, 250, 300].map(name));
    expect(slot.adopted).toEqual([1]);
  });

  it('takes its own record along even below the floor, or where it was committed already', () => {
    const head = { ...EMPTY_HEAD, floor: name(500), committed: [name(600)] };
    expect(nextSlot(STREAM, head, [name(100), name(600)], [name(50)]).entries).toEqual([name(100), name(600)]);
  });

  it('puts its own records first where not all fit', () => {
    const seen = Array.from({ length: MAX_ENTRIES + 5 }, (_, n) => name(1000 + n));
    const { entries } = nextSlot(STREAM, EMPTY_HEAD, [name(5000)], seen);
    expect(entries).toHaveLength(MAX_ENTRIES);
    expect(entries).toContain(name(5000));
    expect(parseSlot(slotText(nextSlot(STREAM, EMPTY_HEAD, [name(5000)], seen)))?.adopted).toHaveLength(MAX_ENTRIES - 1);
  });

  it('keeps what a reader of the newest slot must know short, however long the stream', () => {
    const heads = chain(Array.from({ length: 300 }, (_, n) => [1000 + n]));
    expect(Math.max(...heads.map((head) => head.committed.length))).toBeLessThanOrEqual(14);
  });

  it('never lets the floor fall, nor rise above a record of the same slot', () => {
    const times = Array.from({ length: 200 }, (_, n) => [1000 + n * 10 - (n % 7) * 35]);
    const heads = chain(times);
    for (const [index, head] of heads.entries()) {
      const before = heads[index - 1]?.floor ?? EMPTY_HEAD.floor;
      expect(head.floor >= before).toBe(true);
      const own = name(times[index]?.[0] ?? 0);
      expect(head.floor <= own || head.floor === before).toBe(true);
    }
  });

  it('lets one clock that runs ahead hide nobody else', () => {
    const heads = chain([[9_000_000], ...Array.from({ length: 50 }, (_, n) => [1000 + n])]);
    expect(heads.at(-1)?.floor).not.toBe(name(9_000_000));
    expect((heads.at(-1)?.floor ?? '') < name(1050)).toBe(true);
  });

  it('stays within its bounds when slow clocks keep the floor down', () => {
    let head = EMPTY_HEAD;
    for (let n = 0; n < MAX_RECENT / 512 + 8; n++) {
      const own = Array.from({ length: 1000 }, (_, k) => name(1_000_000 + n * 1000 + k));
      const slot = nextSlot(STREAM, head, [name(1 + n), ...own], []);
      expect(parseSlot(slotText(slot))).not.toBeNull();
      head = headAfter(slot, sha256(''));
    }
  });
});
