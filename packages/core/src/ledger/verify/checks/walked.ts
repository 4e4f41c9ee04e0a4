import type { Pointer } from '../../stored/pointer.ts';
import { SlotDigests } from '../inventory/slot-digests.ts';
import type { StreamRecords } from '../inventory/stream-records.ts';
import type { ChainCheck, SeenSlot } from './chain-check.ts';

/** A stream after its slots were followed: what stands where. */
export class Walked {
  readonly #chain: ChainCheck;
  readonly #records: StreamRecords;
  readonly #digests = new SlotDigests();
  /** Slots of which something is wrong, made when first asked for. */
  #doubtful: ReadonlySet<number | null> | null = null;
  /** Where records stand once more. */
  #again: ReadonlySet<string> | null = null;

  constructor(chain: ChainCheck, records: StreamRecords) {
    this.#chain = chain;
    this.#records = records;
  }

  /** As they are followed. */
  enter(seq: number, { digest }: SeenSlot): void {
    this.#digests.set(seq, digest);
  }

  get newest(): number {
    return this.#chain.newest;
  }

  /** Whether the record stands there, in a slot of that digest; first, or once more: its writer may not have known of the first. */
  holds({ record, slot, position, slot_digest }: Pointer): boolean {
    if (slot > this.newest || this.#digests.get(slot) !== slot_digest) return false;
    const first = this.#records.placeOf(record);
    if (first === null) return false;
    return (first.slot === slot && first.position === position) || this.#duplicates().has(`${record} ${slot} ${position}`);
  }

  /** Whether it is not known what the slot held, and so whether the record stood there; what is wrong is said of the slot itself. */
  mayHaveHeld({ record, slot }: Pointer): boolean {
    const first = this.#records.placeOf(record);
    return this.#isDoubtful(slot) && (first === null || this.#isDoubtful(first.slot));
  }

  #isDoubtful(slot: number): boolean {
    this.#doubtful ??= new Set(this.#chain.findings.flatMap((one) => (one.code.startsWith('slot/') ? one.slot : [])));
    return this.#doubtful.has(slot);
  }

  #duplicates(): ReadonlySet<string> {
    this.#again ??= new Set(
      this.#chain.findings
        .filter(({ code }) => code === 'record/duplicate')
        .map(({ key, slot, position }) => `${key.slice(key.lastIndexOf('/') + 1)} ${slot} ${position}`),
    );
    return this.#again;
  }
}
