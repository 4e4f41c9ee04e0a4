import { S3Client } from '@aws-sdk/client-s3';
import { putBlob, type Ledger, type SequencedReceipt, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import { readPolicy, startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { fill, ledgerOn, STREAM, testSigner, trustIn, type TestSigner } from '../../../../../test/ledger/small-ledger.ts';
import { S3Store } from '../../src/s3-store.ts';
import { denySet, writerRole } from './deny-set.ts';

export const KMS_KEY = 'arn:aws:kms:us-east-1:123456789012:key/evidence';
const DAY = { unit: 'Days' as const, length: 1 };

/** Three records and a blob in a bucket as it should be: locked, under our key; the deny set only where `policed`. */
export interface AttackedBucket {
  readonly bucket: string;
  readonly uri: string;
  readonly store: S3Store;
  /** As a writer of stream 42 has it. */
  readonly ledger: Ledger;
  readonly signer: TestSigner;
  readonly receipts: readonly SequencedReceipt[];
  readonly last: SequencedReceipt;
  readonly blob: string;
  readonly trust: TrustFile;
  /** Somebody with every right that no policy takes away. */
  readonly attacker: S3Client;
  verify(options?: VerifyOptions): ReturnType<typeof verifyLedger>;
}

export class AttackedServer {
  readonly server: FakeS3;
  readonly #attacker: S3Client;
  readonly #stores: S3Store[] = [];
  #buckets = 0;

  private constructor(server: FakeS3) {
    this.server = server;
    this.#attacker = new S3Client({
      endpoint: server.url,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: server.credentials,
      maxAttempts: 1,
    });
  }

  static async start(): Promise<AttackedServer> {
    return new AttackedServer(await startFakeS3());
  }

  /** Of somebody with every right. */
  get credentials() {
    return this.server.credentials;
  }

  async bucket(policed: 'policed' | 'unpoliced'): Promise<AttackedBucket> {
    const { state, url } = this.server;
    const bucket = `evidence-${(this.#buckets += 1)}`;
    const created = state.createBucket(bucket, {
      defaultRetention: { mode: 'COMPLIANCE', period: DAY },
      encryption: { kind: 'aws:kms', key: KMS_KEY, bucketKey: false },
    });
    if (policed === 'policed') {
      const text = denySet(bucket, KMS_KEY);
      created.policy = { text, document: readPolicy(text) };
    }
    const role = { id: `AKIAWRITER${bucket}`, secret: 'of the writer', arn: `arn:aws:iam::${state.account}:role/${bucket}` };
    state.accessKeys.set(role.id, { ...role, policy: readPolicy(writerRole(bucket, STREAM, KMS_KEY)) });
    const uri = `s3://${bucket}?region=us-east-1&owner=${state.account}`;
    const endpoint = { url, pathStyle: true };
    const [store, writers] = await Promise.all([
      S3Store.open(uri, { endpoint, credentials: this.credentials }),
      S3Store.open(uri, { endpoint, credentials: { accessKeyId: role.id, secretAccessKey: role.secret } }),
    ]);
    this.#stores.push(store, writers);
    const signer = testSigner();
    const ledger = ledgerOn(writers, signer);
    const receipts = await fill(ledger, 3);
    const { key: blob } = await putBlob(ledger, STREAM, new TextEncoder().encode('an SBOM'));
    const last = receipts.at(-1) as SequencedReceipt;
    const trust = trustIn([signer], receipts[0] ?? null);
    const verify = (options: VerifyOptions = {}) => verifyLedger(store, { trust, ...options });
    return { bucket, uri, store, ledger, signer, receipts, last, blob, trust, attacker: this.#attacker, verify };
  }

  /** The statement that refused the newest request. */
  refusedBy(): string | null {
    return this.server.calls().at(-1)?.deniedBy ?? null;
  }

  async close(): Promise<void> {
    this.#attacker.destroy();
    for (const store of this.#stores) store.close();
    await this.server.close();
  }
}
