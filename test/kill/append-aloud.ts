import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { append, type Ledger } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { loadLocalSigner } from '@proofrail/signer-local';
import { record, STREAM } from '../ledger/small-ledger.ts';

/** Appends one record after the other, and says each receipt on stdout once it holds it. */
export async function appendAloud(
  store: ObjectStore,
  keyFile: string,
  name: string,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const signer = loadLocalSigner(keyFile);
  const ledger: Ledger = {
    store,
    signer,
    clock: { now: () => Date.now() },
    pause: (milliseconds) => setTimeout(milliseconds),
  };
  for (let n = 0; n < most; n++) {
    const receipt = await append(ledger, STREAM, await record(`${name} ${n}`, signer));
    writeSync(1, `${JSON.stringify(receipt)}\n`); // at once: what lies in a buffer dies with the process
  }
}
