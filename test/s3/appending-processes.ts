import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import { createLocalKey } from '@proofrail/signer-local';
import { startDelayingProxy } from '@proofrail/testkit';
import { makeBucket, S3Store } from '../../packages/stores/s3/src/index.ts';
import { bundledWriter } from '../kill/bundled-writer.ts';
import { Crowd } from '../kill/crowd.ts';
import { trustIn } from '../ledger/small-ledger.ts';
import type { S3Server } from './s3-servers.ts';

const LEDGER = 's3://evidence/sixteen?region=us-east-1';

export interface Load {
  readonly processes: number;
  /** Appends of each, one after the other. */
  readonly appends: number;
  /** Milliseconds of the way to the server and back. */
  readonly roundTrip: number;
}

export interface Appended {
  readonly acknowledged: number;
  /** What the processes said on standard error: nothing, if all went well. */
  readonly complaints: readonly string[];
  readonly requests: number;
  /** With every receipt of every process; read past the proxy. */
  readonly answer: Verification;
}

/** Processes that append to one stream of a server in another town. The bucket is made for it. */
export async function appendingProcesses(server: S3Server, { processes, appends, roundTrip }: Load): Promise<Appended> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-processes-'));
  const proxy = await startDelayingProxy(server.url, roundTrip);
  try {
    const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
    await makeBucket(LEDGER, 1, options);
    const keyFile = path.join(folder, 'key.pem');
    const signer = createLocalKey(keyFile);
    const command = [await bundledWriter('bucket-writer.ts', folder), proxy.url, LEDGER, keyFile, String(appends)];
    const { accessKeyId, secretAccessKey } = server.credentials;
    const crowd = new Crowd(command, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
    for (let n = 0; n < processes; n++) crowd.start();
    await crowd.ended();
    const store = await S3Store.open(LEDGER, options);
    const trust = trustIn([{ ...signer, pem: signer.publicPem }], null);
    const answer = await verifyLedger(store, { trust, receipts: crowd.acknowledged });
    store.close();
    return { acknowledged: crowd.acknowledged.length, complaints: crowd.complaints, requests: proxy.requests, answer };
  } finally {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
