import { append, type SequencedReceipt } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { startFakeS3, type S3Call, type FakeS3, type S3Fault } from '@proofrail/testkit';
import { appendPointed } from '../../../../../test/ledger/append-pointed.ts';
import { ledgerOn, START, STREAM, tickingClock, type TestSigner } from '../../../../../test/ledger/small-ledger.ts';
import { S3Store } from '../../src/s3-store.ts';
import { onDisk } from './on-disk.ts';

/** What goes wrong with the requests of one writer, each counted from 1. */
export type WriterScript = (call: S3Call) => S3Fault | null;

export interface Writer {
  readonly records: readonly Uint8Array[];
  readonly script: WriterScript;
}

export interface Run {
  readonly acknowledged: readonly SequencedReceipt[];
  /** How many requests each writer sent. */
  readonly requests: readonly number[];
  /** Outcomes of the appends that did not end in a receipt. */
  readonly failed: readonly string[];
  /** Keys in the bucket, ascending. */
  readonly keys: readonly string[];
  readonly disk: ObjectStore;
}

const BUCKET = 'evidence';
const PREFIX = 'ledger/';
const URI = `s3://${BUCKET}/${PREFIX}?region=us-east-1`;
export const keyOf = (writer: number) => ({ id: `AKIAWRITER${String(writer).padStart(10, '0')}`, secret: `of writer ${writer}` });

/** One server, a connection for each writer and one for the auditor; the bucket is a new one for each run. */
export class LedgerInFakeS3 {
  readonly server: FakeS3;
  readonly auditor: S3Store;
  readonly #signer: TestSigner;
  readonly #stores: readonly S3Store[];

  private constructor(server: FakeS3, signer: TestSigner, [auditor, ...stores]: readonly S3Store[]) {
    if (auditor === undefined) throw new Error('nobody can read');
    this.server = server;
    this.auditor = auditor;
    this.#signer = signer;
    this.#stores = stores;
  }

  static async start(writers: number, signer: TestSigner): Promise<LedgerInFakeS3> {
    const accessKeys = Array.from({ length: writers + 1 }, (_, index) => keyOf(index));
    const server = await startFakeS3({ accessKeys });
    newBucket(server);
    const endpoint = { url: server.url, pathStyle: true };
    const stores = accessKeys.map(({ id: accessKeyId, secret: secretAccessKey }) =>
      S3Store.open(URI, { endpoint, credentials: { accessKeyId, secretAccessKey } }),
    );
    return new LedgerInFakeS3(server, signer, await Promise.all(stores));
  }

  /** The connection of one writer, counted from 1. */
  writer(number: number): S3Store {
    const store = this.#stores[number - 1];
    if (store === undefined) throw new Error(`no writer ${number}`);
    return store;
  }

  /** An empty bucket, and nothing that goes wrong. */
  afresh(): void {
    newBucket(this.server);
    this.server.fail(null);
  }

  /** Writers append side by side, and point at what they wrote, each through its own failing connection; when all is quiet, `last` is appended by a healthy one. */
  async run(writers: readonly Writer[], random: () => number, last: Uint8Array): Promise<Run> {
    newBucket(this.server);
    const scripts = new Map(writers.map(({ script }, index) => [keyOf(index + 1).id, script]));
    const requests = new Map<string | null, number>();
    this.server.fail((call) => {
      requests.set(call.accessKey, call.ofSender);
      return scripts.get(call.accessKey ?? '')?.(call) ?? null;
    });
    this.server.reorder(random);
    const works = await Promise.all(writers.map(({ records }, index) => this.#work(index + 1, records)));
    this.server.release();
    const receipt = await append(ledgerOn(this.auditor, this.#signer, tickingClock(START + 1000)), STREAM, last);
    this.server.reorder(null);
    const bucket = this.server.state.bucket(BUCKET);
    return {
      acknowledged: [...works.flatMap(({ receipts }) => receipts), receipt],
      requests: [...scripts.keys()].map((id) => requests.get(id) ?? 0),
      failed: works.flatMap(({ failed }) => failed ?? []),
      keys: [...bucket.keys()].map((key) => key.slice(PREFIX.length)),
      disk: onDisk(bucket, PREFIX),
    };
  }

  /** A writer gives up at the first append that fails, as a job does. */
  async #work(number: number, records: readonly Uint8Array[]) {
    const ledger = ledgerOn(this.writer(number), this.#signer);
    const receipts: SequencedReceipt[] = [];
    try {
      for (const bytes of records) await appendPointed(ledger, STREAM, bytes, (receipt) => receipts.push(receipt));
      return { receipts, failed: null };
    } catch (cause) {
      return { receipts, failed: (cause as { readonly outcome?: string }).outcome ?? String(cause) };
    }
  }

  async close(): Promise<void> {
    for (const store of [this.auditor, ...this.#stores]) store.close();
    await this.server.close();
  }
}

function newBucket({ state }: FakeS3): void {
  state.createBucket(BUCKET, { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 1 } } });
}
