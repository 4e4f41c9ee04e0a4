import { firstIndex } from '../ledger/first-index.ts';
import type { RecordName } from '../ledger/layout.ts';
import type { Plan } from '../ledger/seals/plan.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { LongerRecord } from './longer-records.ts';
import { longerOf, type WantedLock } from './wanted-lock.ts';

type AtSlot = readonly [seq: number, lock: WantedLock];

/** Which of these records a plan covers. A log has a plan for every hour, and a stream many slots. */
export class CoveredRecords {
  /** Ascending. */
  readonly #inSlots = new Map<StreamId, AtSlot[]>();
  readonly #byName = new Map<RecordName, WantedLock>();

  constructor(records: readonly LongerRecord[]) {
    for (const record of records) {
      const { stream, slot, name } = record;
      if (slot === null) this.#byName.set(name, longerOf(this.#byName.get(name), record));
      else this.#slotsOf(stream).push([slot, record]);
    }
    for (const slots of this.#inSlots.values()) slots.sort(([one], [other]) => one - other);
  }

  /** The longest of the locks that the records of a plan want; null: it covers none of them. */
  by({ streams }: Plan): WantedLock | null {
    let longest: WantedLock | null = null;
    for (const { stream, from, to, adopted } of streams) {
      const locks = [...this.#between(stream, from, to), ...adopted.flatMap((name) => this.#byName.get(name) ?? [])];
      for (const lock of locks) longest = longerOf(longest, lock);
    }
    return longest;
  }

  #slotsOf(stream: StreamId): AtSlot[] {
    const slots = this.#inSlots.get(stream) ?? [];
    this.#inSlots.set(stream, slots);
    return slots;
  }

  *#between(stream: StreamId, from: number, to: number): Iterable<WantedLock> {
    const slots = this.#inSlots.get(stream) ?? [];
    for (let at = firstIndex(slots, ([seq]) => seq >= from); at < slots.length; at++) {
      const [seq, lock] = slots[at] as AtSlot;
      if (seq > to) return;
      yield lock;
    }
  }
}
