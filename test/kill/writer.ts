// One writer of the kill test: appends without end, and says each receipt on stdout once it holds it. Arguments: ledger, key file, name.
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { append, type Ledger } from '@proofrail/core/ledger';
import { loadLocalSigner } from '@proofrail/signer-local';
import { FileStore } from '@proofrail/store-file';
import { record, STREAM } from '../ledger/small-ledger.ts';

const [directory = '', keyFile = '', name = ''] = process.argv.slice(2);
const signer = loadLocalSigner(keyFile);
const ledger: Ledger = {
  store: await FileStore.open(directory),
  signer,
  clock: { now: () => Date.now() },
  pause: (milliseconds) => setTimeout(milliseconds),
};

for (let n = 0; ; n++) {
  const receipt = await append(ledger, STREAM, await record(`${name} ${n}`, signer));
  writeSync(1, `${JSON.stringify(receipt)}\n`); // at once: what lies in a buffer dies with the process
}
