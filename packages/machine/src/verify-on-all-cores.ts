import { verifyLedger, type Verification, type VerifyOptions } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';

/** verifyLedger with as many threads as the store behind an opened ledger can use. Same answer, same errors. */
export async function verifyOnAllCores(store: ObjectStore, options: Omit<VerifyOptions, 'inspector'>): Promise<Verification> {
  if (!(store instanceof FileStore)) return verifyLedger(store, options);
  // Node's threads take a third of its own start to load, and no action verifies a whole ledger.
  const { verifyInParallel } = await import('@proofrail/store-file/verify-in-parallel');
  return verifyInParallel(store, options);
}
