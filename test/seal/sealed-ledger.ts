import { publicKeyFromPem } from '@proofrail/core/canonical';
import { sealLedger, type Sealed, type Sealer } from '@proofrail/core/seal';
import { formatVerifierKey, logKey, type NoteKey } from '@proofrail/core/tlog';
import type { ObjectStore } from '@proofrail/core/ports';
import { START, testSigner, tickingClock, type TestSigner } from '../ledger/small-ledger.ts';

export const ORIGIN = 'example.org/evidence';
/** When seals are made in these tests: two hours after the records. */
export const SEAL_TIME = START + 2 * 3_600_000;

export interface LogKey {
  readonly signer: TestSigner;
  readonly key: NoteKey;
  /** As a trust file names it. */
  readonly verifierKey: string;
}

export function testLogKey(origin = ORIGIN, signer = testSigner()): LogKey {
  const key = logKey(origin, publicKeyFromPem(signer.pem, 'test'));
  return { signer, key, verifierKey: formatVerifierKey(key) };
}

export function sealerOn(store: ObjectStore, { signer, key }: LogKey, clock = tickingClock(SEAL_TIME)): Sealer {
  return { store, signer, key, clock, days: null };
}

export const seal = (store: ObjectStore, key: LogKey, at = SEAL_TIME): Promise<Sealed> =>
  sealLedger(sealerOn(store, key, tickingClock(at)));
