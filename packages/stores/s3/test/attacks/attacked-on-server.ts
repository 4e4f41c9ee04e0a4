import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, PutObjectRetentionCommand } from '@aws-sdk/client-s3';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import { fill, ledgerOn, testSigner, trustIn } from '../../../../../test/ledger/small-ledger.ts';
import type { S3Server } from '../../../../../test/s3/s3-servers.ts';
import { makeBucket } from '../../src/make-bucket.ts';
import { connectS3, type S3Options } from '../../src/s3-connection.ts';
import { parseS3Uri } from '../../src/s3-uri.ts';
import { S3Store } from '../../src/s3-store.ts';

const LOCKED = 's3://evidence?region=us-east-1';
const UNLOCKED = 's3://no-default?region=us-east-1';

/** Ledgers on a real server, each with somebody who may do anything there. */
export class AttackedOnServer {
  readonly #server: () => S3Server;
  #ledgers = 0;

  constructor(server: () => S3Server) {
    this.#server = server;
  }

  /** Two buckets: one that locks for a day by itself, one with Object Lock and no default. */
  async makeBuckets(): Promise<void> {
    await makeBucket(LOCKED, 1, this.#options());
    const { once, target } = connectS3(parseS3Uri(UNLOCKED), this.#options());
    await once.send(new CreateBucketCommand({ ...target, ObjectLockEnabledForBucket: true }));
  }

  /** Three records in a ledger of its own. */
  async ledger(bucket: 'locked' | 'unlocked' = 'locked') {
    const [base = '', query = ''] = (bucket === 'locked' ? LOCKED : UNLOCKED).split('?');
    const uri = `${base}/attacked-${(this.#ledgers += 1)}?${query}`;
    const store = await S3Store.open(uri, this.#options());
    const signer = testSigner();
    const ledger = ledgerOn(store, signer);
    const receipts = await fill(ledger, 3);
    const trust = trustIn([signer], receipts[0] ?? null);
    const last = receipts[2];
    if (last === undefined) throw new Error('three records were written');
    const { prefix } = parseS3Uri(uri);
    const { once, target } = connectS3(parseS3Uri(uri), this.#options());
    const at = (key: string) => ({ ...target, Key: prefix + key });
    return {
      ...{ store, signer, ledger, last, trust },
      hide: (key: string) => once.send(new DeleteObjectCommand(at(key))),
      put: (key: string, Body: string | Uint8Array, more: object = {}) =>
        once.send(new PutObjectCommand({ ...at(key), Body, ChecksumAlgorithm: 'SHA256', ...more })),
      lock: (key: string, until: Date) =>
        once.send(new PutObjectRetentionCommand({ ...at(key), Retention: { Mode: 'COMPLIANCE', RetainUntilDate: until } })),
      /** The one version of an object, for good. */
      remove: async (key: string) => {
        for await (const { version } of store.listVersions(key))
          await once.send(new DeleteObjectCommand({ ...at(key), VersionId: version ?? '' }));
      },
      verify: async (more: VerifyOptions = {}) => {
        const { outcome, findings } = await verifyLedger(store, { trust, ...more });
        return { outcome, said: findings.map(({ code, detail }) => [code, detail]) };
      },
    };
  }

  #options(): S3Options {
    const { url, credentials } = this.#server();
    return { endpoint: { url, pathStyle: true }, credentials };
  }
}
