import type { Head } from './head.ts';
import type { RecordName } from '../layout.ts';
import { MAX_ENTRIES, MAX_RECENT, type Slot } from '../stored/slot.ts';
import type { StreamId } from '../stream-id.ts';

/**
 * The slot after `head` that commits `own` records of this writer and the `seen` ones that others have stored. What is committed already
 * is left out; own records come first where not all fit.
 */
export function nextSlot(stream: StreamId, head: Head, own: readonly RecordName[], seen: readonly RecordName[]): Slot {
  const entries = [...new Set([...own, ...withoutPlace(head, seen)])].slice(0, MAX_ENTRIES).sort();
  const mine = new Set(own);
  const adopted = entries.flatMap((name, index) => (mine.has(name) ? [] : [index + 1]));
  const floor = nextFloor(head, entries);
  const recent = head.committed.filter((name) => name >= floor);
  return { stream, seq: head.seq + 1, prev: head.digest, floor, entries, adopted, recent };
}

function withoutPlace(head: Head, seen: readonly RecordName[]): readonly RecordName[] {
  if (seen.length === 0) return seen;
  const committed = new Set(head.committed);
  return seen.filter((name) => name >= head.floor && !committed.has(name));
}

/**
 * Adoption looks as far back as about the last four slots reach, and `recent` is as long as that: a constant cost per record. The floor
 * never falls, because what lies below the head's floor is not known here, and never rises above a record of this very slot, so
 * that a writer with a fast clock does not hide the records of the others.
 */
function nextFloor(head: Head, entries: readonly RecordName[]): RecordName {
  const window = Math.min(8 + 4 * Math.max(head.entries.length, entries.length), MAX_RECENT / 2);
  const reach = head.committed.at(-window) ?? head.floor;
  const oldest = entries[0] ?? head.floor;
  const floor = reach <= oldest || head.committed.length > MAX_RECENT / 2 ? reach : oldest;
  return floor > head.floor ? floor : head.floor;
}
