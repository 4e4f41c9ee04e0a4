import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { append, type Ledger, type SequencedReceipt } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { loadLocalSigner } from '@proofrail/signer-local';
import { appendPointed } from '../ledger/append-pointed.ts';
import { record, STREAM } from '../ledger/small-ledger.ts';

/**
 * Appends one record after the other, and says each receipt on stdout once it holds it. Whoever is to be killed (`most`: Infinity) points at
 * them too, so that it can die between those requests as well; who is measured appends, and nothing else.
 */
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
    const bytes = await record(`${name} ${n}`, signer);
    if (most === Number.POSITIVE_INFINITY) await appendPointed(ledger, STREAM, bytes, say);
    else say(await append(ledger, STREAM, bytes));
  }
}

/** At once: what lies in a buffer dies with the process. */
const say = (receipt: SequencedReceipt): void => void writeSync(1, `${JSON.stringify(receipt)}\n`);
