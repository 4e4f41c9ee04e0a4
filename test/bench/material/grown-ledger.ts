import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { append, formatTrustFile, type SequencedReceipt } from '@proofrail/core/ledger';
import type { CreateAnswer, ListOptions, ObjectKey, ObjectStore, ObjectVersion, ReadAnswer } from '@proofrail/core/ports';
import { ledgerOn, record, STREAM, testSigner, trustIn } from '../../ledger/small-ledger.ts';

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

/** A folder without fsync, its names kept in memory: a hundred thousand appends in seconds. For one writer, who writes in ascending order. */
class HastyStore implements ObjectStore {
  readonly uri = 'file:hasty';
  readonly assurance = 'local';
  bytes = 0;
  readonly #folder: string;
  readonly #names = new Map<string, ObjectKey[]>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const prefix = key.slice(0, key.lastIndexOf('/') + 1);
    const names = this.#names.get(prefix) ?? [];
    if (names.length === 0) mkdirSync(path.join(this.#folder, prefix), { recursive: true });
    writeFileSync(path.join(this.#folder, key), bytes, { flag: 'wx', mode: 0o444 });
    this.bytes += bytes.length;
    names.push(key);
    this.#names.set(prefix, names);
    return Promise.resolve({ kind: 'created', version: null });
  }

  read(): Promise<ReadAnswer> {
    return Promise.resolve({ kind: 'unreadable', cause: 'one writer alone has nothing to read' });
  }

  async *listVersions(prefix: string, { after = '' }: ListOptions = {}): AsyncIterable<ObjectVersion> {
    const names = this.#names.get(prefix) ?? [];
    const start = names.findLastIndex((key) => key <= after) + 1;
    for (const key of names.slice(start)) yield { key, version: null, kind: 'data', newest: true, size: null };
  }
}
