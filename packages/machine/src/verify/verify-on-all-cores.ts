import type { Verification, VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';

/** verifyLedger with as many threads, and as little memory, as the store behind an opened ledger lets it. Same answer, same errors. */
export async function verifyOnAllCores(store: ObjectStore, options: Omit<VerifyOptions, 'reading'>): Promise<Verification> {
  // Node's threads take a third of its own start to load, and no action verifies a whole ledger.
  const { verifyInParallel } = await import('./verify-in-parallel.ts');
  return verifyInParallel(store, options);
}
