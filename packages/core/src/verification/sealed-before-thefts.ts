import { UnavailableError } from '../outcomes/failure.ts';
import { SEALS_PREFIX } from '../ledger/layout.ts';
import { outcomeOf, type Finding } from '../ledger/verify/finding.ts';
import { hasStolenKey } from '../ledger/trust/has-stolen-key.ts';
import { NO_HISTORY } from '../ledger/verify/log-history.ts';
import type { SealTimes } from '../ledger/verify/seal-times.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { VerifyOptions } from './verify-options.ts';

/** As a verification of the same ledger was asked. */
type Asked = Pick<VerifyOptions, 'trust' | 'stream'>;

interface Reading {
  /** Of everything under the seals, where it is there already. */
  readonly listing?: readonly ObjectVersion[];
  /** Told what is wrong with seals. Default: one that cannot be read ends it, for what it shows to be older would look forged. */
  readonly onFinding?: (finding: Finding) => void;
}

/**
 * By when what was sealed, so that what a stolen key signed before stands. Nothing is asked where no key was stolen, nor where one stream
 * alone is wanted: seals cover all of them. UnavailableError `ledger/finding`.
 */
export async function sealedBeforeThefts(
  store: ObjectStore,
  { trust, stream }: Asked,
  { listing, onFinding = requireRead }: Reading = {},
): Promise<SealTimes> {
  if (trust === undefined || !hasStolenKey(trust) || stream !== undefined) return NO_HISTORY;
  const objects = listing ?? (await listed(store));
  if (objects.length === 0) return NO_HISTORY;
  const { readSealTimes } = await import('../seal/verify/outside/read-seal-times.ts');
  return readSealTimes(store, objects, trust, onFinding);
}

async function listed(store: ObjectStore): Promise<readonly ObjectVersion[]> {
  const objects: ObjectVersion[] = [];
  try {
    for await (const object of store.listVersions(SEALS_PREFIX)) objects.push(object);
  } catch (cause) {
    throw cause instanceof UnavailableError ? noSeals(cause.found, cause.at, cause) : cause;
  }
  return objects;
}

function requireRead(one: Finding): void {
  if (outcomeOf(one) !== 'unavailable') return;
  throw noSeals(`${one.code}: ${one.detail}`, one.key);
}

const noSeals = (found: string, at: string, cause?: unknown): UnavailableError =>
  new UnavailableError('ledger/finding', {
    expected: 'the seals of the ledger: they show what is older than the theft of its key',
    found,
    at,
    doThis: 'Take a role that reads v1/seals/ (auditor, verifier), or run it again.',
    cause,
  });
