import { hexOf, type Sha256 } from '../../canonical/digest.ts';
import type { SeenSlot } from '../../ledger/verify/checks/chain-check.ts';
import { digestOfName } from '../../ledger/layout.ts';

const BYTES = 32; // of a digest

interface Kept {
  readonly digest: Sha256;
  readonly records: Buffer;
}

/** The slots of one stream as a verifier found them, at 32 bytes a record: the names of a million take a hundred megabytes. */
export class SeenSlots {
  readonly #slots = new Map<number, Kept>();
  readonly #unreadable = new Set<number>();

  enter(seq: number, slot: SeenSlot | 'unreadable'): void {
    if (slot === 'unreadable') this.#unreadable.add(seq);
    else this.#keep(seq, slot);
  }

  #keep(seq: number, { digest, entries }: SeenSlot): void {
    const records = Buffer.alloc(entries.length * BYTES);
    for (const [index, name] of entries.entries()) records.write(hexOf(digestOfName(name)), index * BYTES, 'hex');
    this.#slots.set(seq, { digest, records });
  }

  digestOf(seq: number): Sha256 | null {
    return this.#slots.get(seq)?.digest ?? null;
  }

  /** It is there, and says nothing to this verifier: neither that it was altered nor that it was not. */
  isUnreadable(seq: number): boolean {
    return this.#unreadable.has(seq);
  }

  /** Of the records that the slot lists, in its order; none where there is no such slot. */
  *recordsOf(seq: number): Iterable<Sha256> {
    const records = this.#slots.get(seq)?.records ?? Buffer.alloc(0);
    for (let at = 0; at < records.length; at += BYTES) yield `sha256:${records.toString('hex', at, at + BYTES)}` as Sha256;
  }
}
