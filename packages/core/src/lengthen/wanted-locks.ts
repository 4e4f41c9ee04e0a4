import type { Sha256 } from '../canonical/digest.ts';
import { firstIndex } from '../ledger/first-index.ts';
import { parseKey } from '../ledger/layout.ts';
import { parseSealKey } from '../ledger/seals/seal-layout.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { ObjectKey } from '../ports/object-store.ts';
import { longerOf, type WantedLock } from './wanted-lock.ts';

interface Range extends WantedLock {
  readonly from: number;
  readonly to: number;
}

/** Which objects have to stay for longer than the bucket keeps them by itself. Of those that somebody asks for twice, the longer lock. */
export class WantedLocks {
  readonly #keys = new Map<string, WantedLock>();
  /** Receipts and what countersigns them lie under names that only a listing tells. */
  readonly #receipts = new Map<string, WantedLock>();
  readonly #signatures = new Map<number, WantedLock>();
  /** Ascending. As ranges: a plan may name any number of slots. */
  readonly #slots = new Map<StreamId, Range[]>();

  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  object(key: ObjectKey, wanted: WantedLock): void {
    this.#keys.set(key, longerOf(this.#keys.get(key), wanted));
  }

  receiptsOf(stream: StreamId, record: Sha256, wanted: WantedLock): void {
    const name = `${stream} ${record}`;
    this.#receipts.set(name, longerOf(this.#receipts.get(name), wanted));
  }

  /** Whatever signs, cosigns or dates a seal. */
  signaturesOf(seal: number, wanted: WantedLock): void {
    this.#signatures.set(seal, longerOf(this.#signatures.get(seal), wanted));
  }

  /** In the order of the slots of a stream. */
  slots(stream: StreamId, from: number, to: number, wanted: WantedLock): void {
    const ranges = this.#slots.get(stream) ?? [];
    this.#slots.set(stream, ranges);
    ranges.push({ from, to, ...wanted });
  }

  /** Null: nobody asks for more than the bucket gives. */
  of(key: ObjectKey): WantedLock | null {
    const [own, besides] = [this.#keys.get(key), this.#besides(key)];
    return besides === undefined ? (own ?? null) : longerOf(own, besides);
  }

  #besides(key: ObjectKey): WantedLock | undefined {
    const parsed = parseKey(key);
    switch (parsed?.kind) {
      case 'platform':
      case 'countersignature':
        return this.#receipts.get(`${parsed.stream} ${parsed.record}`);
      case 'slot':
        return within(this.#slots.get(parsed.stream) ?? [], parsed.seq);
      case undefined: {
        const seal = parseSealKey(key);
        return seal !== null && 'by' in seal ? this.#signatures.get(seal.n) : undefined;
      }
      default:
        return undefined;
    }
  }
}

function within(ranges: readonly Range[], seq: number): Range | undefined {
  const found = ranges[firstIndex(ranges, ({ to }) => to >= seq)];
  return found !== undefined && found.from <= seq ? found : undefined;
}
