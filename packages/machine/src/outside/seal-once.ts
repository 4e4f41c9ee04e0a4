import { sealAndCountersign, type SealedAndCountersigned } from '@proofrail/core/countersign';
import type { Product } from '@proofrail/core/gate';
import type { Clock, ObjectStore } from '@proofrail/core/ports';
import { requireKeyOfLog } from '@proofrail/core/seal';
import type { NoteKey } from '@proofrail/core/tlog';
import type { StoreOptions } from '../buckets/store-options.ts';
import { loadLogKey, type AskedLogKey, type LogKeyPlaces } from '../keys/log-key.ts';
import { pause } from '../process/pause.ts';
import { openCountersigner, type AskedIssuers, type IssuerPlaces } from './open-countersigner.ts';
import { openOutsiders, type OutsideOptions, type OutsidePlaces } from './open-outsiders.ts';

/** A seal as it was asked for. */
export interface AskedSeal extends AskedLogKey, AskedIssuers, OutsideOptions {
  /** For how long its objects are locked; null: as the bucket says. */
  readonly days: number | null;
  /** Whether this key may take over from that of the newest seal. */
  mayTakeOver(key: NoteKey): boolean;
}

/** Where each part of it was handed over, for messages. */
export type SealPlaces = LogKeyPlaces & IssuerPlaces & OutsidePlaces;

export interface LedgerToSeal {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly product: Product;
  /** How the store was reached; a log key in KMS may be reached by the same role. */
  readonly access: StoreOptions;
}

export interface SealedLedger extends SealedAndCountersigned {
  /** The public half of the key that sealed it, under the name of the log. */
  readonly key: NoteKey;
}

/**
 * Seals a ledger once, by hand or on a schedule.
 *
 * @throws ConfigurationError `seal/origin`, `seal/other-key`, `key/...`, `issuer/...`; TamperedError where a seal would cover up a broken one
 */
export async function sealOnce(
  asked: AskedSeal,
  at: SealPlaces,
  { store, clock, product, access }: LedgerToSeal,
): Promise<SealedLedger> {
  const outsiders = openOutsiders(asked, at);
  const { signer, key } = await loadLogKey(store, asked, at, access);
  if (!asked.mayTakeOver(key)) await requireKeyOfLog(store, key);
  const countersigner = await openCountersigner(asked, at, { store, clock, product, logKeyId: signer.keyId, pause }, access);
  const sealed = await sealAndCountersign({ store, signer, key, clock, pause, days: asked.days, outsiders }, countersigner);
  return { ...sealed, key };
}
