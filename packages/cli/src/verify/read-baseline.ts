import type { ObjectStore } from '@proofrail/core/ports';
import { openBaseline, readCheckpoint, type Baseline } from '@proofrail/core/seal';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import { trustedLogKeys } from '../ledger/log-keys.ts';

/**
 * Where an earlier verification ended: a checkpoint that somebody kept, or a seal by its number, which the log key alone vouches for.
 * Throws what readCheckpoint and openBaseline do, and ConfigurationError `seal/no-log-key`.
 */
export async function readBaseline(store: ObjectStore, since: string, trust: string | undefined): Promise<Baseline> {
  const keys = trustedLogKeys(trust);
  const kept = /^[1-9][0-9]{0,15}$/.test(since)
    ? await readCheckpoint(store, Number(since), keys)
    : readBoundedFile(since, { most: MOST_BYTES.trust });
  return openBaseline(store, kept, keys);
}
