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

export interface Flip {
  readonly key: ObjectKey;
  readonly bit: number;
}

/** Flips every `step`th bit of each object and gives back those flips that a full verification does not find. */
export async function missedFlips(attacked: Attacked, targets: readonly ObjectKey[], step: number): Promise<string[]> {
  const flips: Flip[] = [];
  for (const key of targets) {
    const bits = (await bytesOf(attacked.store, key)).length * 8;
    for (let bit = 0; bit < bits; bit += step) flips.push({ key, bit });
  }
  return missedOf(attacked, flips);
}

/** Those of these flips, each in a ledger of its own, that a full verification does not find. */
export async function missedOf({ store: original, trust }: Attacked, flips: readonly Flip[]): Promise<string[]> {
  const missed: string[] = [];
  const untouched = remembering(inspectorOf(original, new Vouching(trust, original, null)));
  for (const { key, bit } of flips) {
    const store = original.copy();
    store.replace(key, flipped(await bytesOf(original, key), bit));
    const inspector = untouched.except(key, inspectorOf(store, new Vouching(trust, store, null)));
    const { outcome } = await verifyLedger(store, { trust, reading: { kept: KeptCheck.of(store, 0), inspector } });
    if (outcome !== 'tampered') missed.push(`${key} bit ${bit}`);
  }
  return missed;
}

export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}
