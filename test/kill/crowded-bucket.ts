import path from 'node:path';
import { append, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import { createLocalKey } from '@proofrail/signer-local';
import { makeBucket, S3Store, type S3Options } from '../../packages/stores/s3/src/index.ts';
import { ledgerOn, record, STREAM, trustIn } from '../ledger/small-ledger.ts';
import { bundledWriter } from './bundled-writer.ts';
import { Crowd } from './crowd.ts';

export interface Bucket {
  readonly ledger: string;
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** For the writers' program and their key. */
  readonly scratch: string;
}

export interface CrowdedBucket {
  readonly crowd: Crowd;
  /** After one more append, whose receipt is among those that the ledger is held against. */
  readonly verified: () => Promise<{ readonly answer: Verification; readonly receipts: readonly SequencedReceipt[] }>;
}

/** A bucket of a real server to whose one stream processes append, all with one key, until they are killed. */
export async function crowdedBucket({ ledger, url, credentials, scratch }: Bucket): Promise<CrowdedBucket> {
  const options: S3Options = { endpoint: { url, pathStyle: true }, credentials };
  await makeBucket(ledger, 1, options);
  const keyFile = path.join(scratch, `${path.basename(url)}.pem`);
  const signer = createLocalKey(keyFile);
  const crowd = new Crowd([await bundledWriter('bucket-writer.ts', scratch), url, ledger, keyFile, 'Infinity'], {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  const verified = async () => {
    const store = await S3Store.open(ledger, options);
    const last = await append(ledgerOn(store, signer, { now: () => Date.now() }), STREAM, await record('after all', signer));
    const trust = trustIn([{ ...signer, pem: signer.publicPem }], null);
    const receipts = [...crowd.acknowledged, last];
    const answer = await verifyLedger(store, { trust, receipts });
    store.close();
    return { answer, receipts };
  };
  return { crowd, verified };
}
