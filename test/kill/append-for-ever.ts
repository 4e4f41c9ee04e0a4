import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { append, type Ledger } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { loadLocalSigner } from '@proofrail/signer-local';
import { record, STREAM } from '../ledger/small-ledger.ts';

/** Appends without end, and says each receipt on stdout once it holds it. */
export async function appendForEver(store: ObjectStore, keyFile: string, name: string): Promise<never> {
  const signer = loadLocalSigner(keyFile);
  const ledger: Ledger = {
    store,
    signer,
    clock: { now: () => Date.now() },
    pause: (milliseconds) => setTimeout(milliseconds),
  };
  for (let n = 0; ; n++) {
    const receipt = await append(ledger, STREAM, await record(`${name} ${n}`, signer));
    writeSync(1, `${JSON.stringify(receipt)}\n`); // at once: what lies in a buffer dies with the process
  }
}
