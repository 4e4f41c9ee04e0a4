import { writeFileSync } from 'node:fs';
import { append, formatTrustFile, type SequencedReceipt } from '@proofrail/core/ledger';
import { ledgerOn, record, STREAM, testSigner, trustIn } from '../../ledger/small-ledger.ts';
import { HastyStore } from './hasty-store.ts';

export interface GrownLedger {
  readonly folder: string;
  readonly trustFile: string;
  readonly bytes: number;
  /** One for each record and one for each slot. */
  readonly signatures: number;
}

export interface Growth {
  /** Records a slot; default 1: the dearest form to verify. */
  readonly together?: number;
  /** Told, after each slot, how many records there are. */
  readonly onGrown?: (records: number) => void;
}

/** A ledger in a folder as the shipped append writes it. */
export async function growLedger(folder: string, records: number, { together = 1, onGrown }: Growth = {}): Promise<GrownLedger> {
  const store = new HastyStore(folder);
  const signer = testSigner();
  const ledger = ledgerOn(store, signer);
  let genesis: SequencedReceipt | null = null;
  let slots = 0;
  for (let n = 0; n < records; n += together) {
    const some = Array.from({ length: Math.min(together, records - n) }, (_, k) =>
      record(n + k, signer, undefined, { text: `${n + k} `.repeat(150) }),
    );
    const receipts = await Promise.all((await Promise.all(some)).map((bytes) => append(ledger, STREAM, bytes)));
    genesis ??= receipts[0] ?? null;
    slots = receipts.at(-1)?.slot ?? slots;
    onGrown?.(Math.min(n + together, records));
  }
  const trustFile = `${folder}.trust.json`;
  writeFileSync(trustFile, formatTrustFile(trustIn([signer], genesis)));
  return { folder, trustFile, bytes: store.bytes, signatures: records + slots };
}
