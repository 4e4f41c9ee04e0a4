import { hexOf, type Sha256 } from '../../canonical/digest.ts';
import type { SeenSlot } from '../../ledger/verify/checks/chain-check.ts';
import { digestOfName, recordName, timeOfName, type RecordName } from '../../ledger/layout.ts';

const BYTES = 32; // of a digest
const TIME_BYTES = 6; // thirteen digits fit into 44 bits
const FLOOR_BYTES = TIME_BYTES + BYTES;
const VOID = Buffer.alloc(0);

interface Kept {
  readonly digest: Sha256;
  /** Its floor, then the digests of the records that it lists; empty: the slot is void. */
  readonly bytes: Buffer;
}

/** The slots of one stream as a verifier found them, at 32 bytes a record: the names of a million take a hundred megabytes. */
export class SeenSlots {
  readonly #slots = new Map<number, Kept>();
  readonly #unreadable = new Set<number>();

  enter(seq: number, slot: SeenSlot | 'unreadable'): void {
    if (slot === 'unreadable') this.#unreadable.add(seq);
    else this.#slots.set(seq, { digest: slot.digest, bytes: packed(slot) });
  }

  digestOf(seq: number): Sha256 | null {
    return this.#slots.get(seq)?.digest ?? null;
  }

  /** It is there, and says nothing to this verifier: neither that it was altered nor that it was not. */
  isUnreadable(seq: number): boolean {
    return this.#unreadable.has(seq);
  }

  /** Of the newest of the slots from..to that is not void; null: there is none. */
  newestFloor(from: number, to: number): RecordName | null {
    for (let seq = to; seq >= from; seq--) {
      const bytes = this.#slots.get(seq)?.bytes ?? VOID;
      if (bytes.length > 0) return recordName(bytes.readUIntBE(0, TIME_BYTES), digestAt(bytes, TIME_BYTES));
    }
    return null;
  }

  /** Of the records that the slot lists, in its order; none where there is no such slot. */
  *recordsOf(seq: number): Iterable<Sha256> {
    const bytes = this.#slots.get(seq)?.bytes ?? VOID;
    for (let at = FLOOR_BYTES; at < bytes.length; at += BYTES) yield digestAt(bytes, at);
  }
}

function packed({ floor, entries }: SeenSlot): Buffer {
  if (floor === null) return VOID;
  const bytes = Buffer.alloc(FLOOR_BYTES + entries.length * BYTES);
  bytes.writeUIntBE(timeOfName(floor), 0, TIME_BYTES);
  for (const [index, name] of [floor, ...entries].entries())
    bytes.write(hexOf(digestOfName(name)), TIME_BYTES + index * BYTES, 'hex');
  return bytes;
}

const digestAt = (bytes: Buffer, at: number): Sha256 => `sha256:${bytes.toString('hex', at, at + BYTES)}` as Sha256;
