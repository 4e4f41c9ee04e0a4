import { inspectorOf, KeptCheck, Vouching, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import type { MemoryStore } from '@proofrail/store-memory';
import { remembering } from './remembering-inspector.ts';
import { bytesOf } from './small-ledger.ts';

export interface Attacked {
  readonly store: MemoryStore;
  readonly trust: TrustFile;
}

/** Flips every `step`th bit of each object and gives back those flips that a full verification does not find. */
export async function missedFlips(
  { store: original, trust }: Attacked,
  targets: readonly ObjectKey[],
  step: number,
): Promise<string[]> {
  const missed: string[] = [];
  const untouched = remembering(inspectorOf(original, new Vouching(trust, original, null)));
  for (const key of targets) {
    const bytes = await bytesOf(original, key);
    for (let bit = 0; bit < bytes.length * 8; bit += step) {
      const store = original.copy();
      store.replace(key, flipped(bytes, bit));
      const inspector = untouched.except(key, inspectorOf(store, new Vouching(trust, store, null)));
      const { outcome } = await verifyLedger(store, { trust, reading: { kept: KeptCheck.of(store, 0), inspector } });
      if (outcome !== 'tampered') missed.push(`${key} bit ${bit}`);
    }
  }
  return missed;
}

export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}
