import { verifyLedger, type Verification, type VerifyOptions } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { FileStore, verifyInParallel } from '@proofrail/store-file';

/** verifyLedger with as many threads as the store behind an opened ledger can use. Same answer, same errors. */
export function verifyOnAllCores(store: ObjectStore, options: Omit<VerifyOptions, 'inspector'>): Promise<Verification> {
  return store instanceof FileStore ? verifyInParallel(store, options) : verifyLedger(store, options);
}
