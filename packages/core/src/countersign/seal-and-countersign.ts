import type { Sha256 } from '../canonical/digest.ts';
import { Failure } from '../outcomes/failure.ts';
import type { IssuerKey } from '../platform/issuer-key.ts';
import type { Sealer } from '../seal/sealer.ts';
import { sealLedger, type Sealed } from '../seal/seal-ledger.ts';
import { countersignReceipts, type Countersigned } from './countersign-receipts.ts';
import type { Countersigner } from './countersigner.ts';
import { fetchIssuerKeys, type FetchedKeys } from './fetch-issuer-keys.ts';
import { recordIssuerKeys } from './record-issuer-keys.ts';

/** What became of the keys of one issuer. */
export interface AskedIssuer {
  readonly issuer: string;
  /** How many keys it published; 0: nothing was learnt. */
  readonly keys: number;
  /** The record that says them, where they were not known; null: no new one. */
  readonly recorded: Sha256 | null;
  /** The code of the reason why nothing was learnt, or why it could not be recorded; null: all is well. */
  readonly why: string | null;
}

export interface SealedAndCountersigned extends Sealed, Countersigned {
  readonly issuers: readonly AskedIssuer[];
}

/**
 * Seals a ledger, and vouches for the platform's tokens in it. The keys of issuers are recorded before the seal, so that it covers them; the
 * receipts come after it, because nothing of theirs may hold it up. An issuer that is down stops neither. What `sealLedger` and
 * `countersignReceipts` throw: then what was sealed is sealed.
 */
export async function sealAndCountersign(sealer: Sealer, countersigner: Countersigner | null): Promise<SealedAndCountersigned> {
  if (countersigner === null) return { ...(await sealLedger(sealer)), issuers: [], countersigned: 0, refused: [] };
  const answers = await Promise.all(countersigner.issuers.map(fetchIssuerKeys));
  const fetched = answers.filter((answer) => 'keys' in answer);
  const recorded = await record(sealer, countersigner, fetched);
  const sealed = await sealLedger(sealer);
  const { store, clock, pause } = sealer;
  const keys = fetched.flatMap(countingNow);
  const task = { ...countersigner, store, keys, now: clock.now(), ...(pause === undefined ? {} : { pause }) };
  const done = keys.length === 0 ? { countersigned: 0, refused: [] } : await countersignReceipts(task);
  const issuers = answers.map((answer): AskedIssuer => {
    if (!('keys' in answer)) return { ...answer, keys: 0, recorded: null };
    const digest = typeof recorded === 'string' ? null : (recorded.get(answer.issuer) ?? null);
    return {
      issuer: answer.issuer,
      keys: answer.keys.length,
      recorded: digest,
      why: typeof recorded === 'string' ? recorded : null,
    };
  });
  return { ...sealed, issuers, ...done };
}

/** A ledger that takes no record is no reason not to seal what it holds. */
async function record(
  { store, clock }: Sealer,
  countersigner: Countersigner,
  fetched: readonly FetchedKeys[],
): Promise<ReadonlyMap<string, Sha256> | string> {
  try {
    return await recordIssuerKeys(store, countersigner, fetched, clock.now());
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.code;
    throw thrown;
  }
}

/** A token may be some hours old, and the key was there when it was asked for: from when on, one look does not tell. */
const countingNow = ({ issuer, keys }: FetchedKeys): IssuerKey[] =>
  keys.map((key) => ({ issuer, ...key, valid_from: '1970-01-01T00:00:00.000Z', valid_to: null }));
