import { sha256, type Sha256 } from '../canonical/digest.ts';
import { Failure } from '../outcomes/failure.ts';
import { keyAsSeen } from '../platform/issuer-key.ts';
import type { Sealer } from '../seal/make/sealer.ts';
import { requireSealable, sealLedger, type Sealed } from '../seal/make/seal-ledger.ts';
import { formatPlan } from '../ledger/seals/plan.ts';
import { countersignReceipts, type Countersigned } from './countersign-receipts.ts';
import type { Countersigner } from './countersigner.ts';
import { fetchIssuerKeys, type FetchedKeys } from './fetch-issuer-keys.ts';
import { recordIssuerKeys } from './record-issuer-keys.ts';
import { markDone, waitingReceipts } from './waiting-receipts.ts';

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
 * receipts come after it, because nothing of theirs may hold it up. An issuer that is down stops neither. Throws what
 * `sealLedger` does, and what `waitingReceipts` and `countersignReceipts` do: then the seal stands.
 */
export async function sealAndCountersign(sealer: Sealer, countersigner: Countersigner | null): Promise<SealedAndCountersigned> {
  if (countersigner === null) return { ...(await sealLedger(sealer)), issuers: [], ...NOTHING };
  await requireSealable(sealer.store); // the keys that are recorded below would be something
  const answers = await Promise.all(countersigner.issuers.map(fetchIssuerKeys));
  const fetched = answers.filter((answer) => 'keys' in answer);
  const { digests, why } = await record(sealer, countersigner, fetched);
  const sealed = await sealLedger(sealer);
  const issuers = answers.map((answer): AskedIssuer => {
    if (!('keys' in answer)) return { ...answer, keys: 0, recorded: null };
    const { issuer, keys } = answer;
    return { issuer, keys: keys.length, recorded: digests.get(issuer) ?? null, why };
  });
  return { ...sealed, issuers, ...(await countersign(sealer, countersigner, sealed, fetched)) };
}

const NOTHING: Countersigned = { countersigned: 0, refused: [] };

interface Recorded {
  /** Of the new records, by issuer. */
  readonly digests: ReadonlyMap<string, Sha256>;
  /** The code of the reason why there are none, though there should be; null: there are. */
  readonly why: string | null;
}

/** A ledger that takes no record is no reason not to seal what it holds. */
async function record(
  { store, clock }: Sealer,
  countersigner: Countersigner,
  fetched: readonly FetchedKeys[],
): Promise<Recorded> {
  try {
    return { digests: await recordIssuerKeys(store, countersigner, fetched, clock.now()), why: null };
  } catch (thrown) {
    if (thrown instanceof Failure) return { digests: new Map(), why: thrown.code };
    throw thrown;
  }
}

async function countersign(
  { store, clock, pause }: Sealer,
  countersigner: Countersigner,
  sealed: Sealed,
  fetched: readonly FetchedKeys[],
): Promise<Countersigned> {
  const { signer, publicKey, attachments, issuers } = countersigner;
  const keys = fetched.flatMap((one) => one.keys.map((key) => keyAsSeen(one.issuer, key)));
  if (keys.length === 0) return NOTHING;
  const ledger = pause === undefined ? { store } : { store, pause };
  const waiting = await waitingReceipts(store, countersigner, sealed);
  const task = { ...ledger, signer, publicKey, attachments, keys, now: clock.now() };
  const { isSettled, ...done } = await countersignReceipts(task, waiting);
  const { plan } = sealed;
  if (fetched.length === issuers.length && isSettled)
    await markDone(ledger, countersigner, { n: plan.n, digest: sha256(formatPlan(plan)) });
  return done;
}
