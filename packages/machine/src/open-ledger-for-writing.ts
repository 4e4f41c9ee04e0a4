import { setTimeout } from 'node:timers/promises';
import type { Ledger } from '@proofrail/core/ledger';
import { loadSigner } from './load-signer.ts';
import { openLedger } from './open-ledger.ts';
import { systemClock } from './system-clock.ts';

/**
 * A ledger with everything that a writer needs: its store, a key, this machine's clock.
 *
 * @param key a key in PEM, or the path of one
 * @param at where the key was handed over, for messages
 * @throws what `openLedger` and `loadSigner` throw
 */
export async function openLedgerForWriting(uri: string, key: string, at: string): Promise<Ledger> {
  const store = await openLedger(uri);
  return { store, signer: loadSigner(key, at), clock: systemClock, pause: (milliseconds) => setTimeout(milliseconds) };
}
