import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { append } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { createLocalKey } from '@proofrail/signer-local';
import { makeBucket, S3Store } from '../../packages/stores/s3/src/index.ts';
import { ledgerOn, record, STREAM, trustIn } from '../ledger/small-ledger.ts';
import { EVERYTHING_IS_REQUIRED } from '../required-run.ts';
import { REAL_S3_SERVERS } from '../s3/s3-servers.ts';
import { bundledWriter } from './bundled-writer.ts';
import { Crowd } from './crowd.ts';
import { killAtRandom } from './kill-at-random.ts';

const WRITERS = 16;
const KILLS = 50;
const SEED = 20261122;
const LEDGER = 's3://evidence/killed?region=us-east-1';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-kill-bucket-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const whereRequired = EVERYTHING_IS_REQUIRED ? it : it.skip; // a minute and more

for (const [name, describeServer] of Object.entries(REAL_S3_SERVERS)) {
  describeServer(`${WRITERS} processes that append to one stream in a bucket of ${name} while they are killed`, (server) => {
    whereRequired(
      `keep every acknowledged record, and leave a ledger that verifies (${KILLS} kills, seed ${SEED})`,
      async () => {
        const { url, credentials } = server();
        const options = { endpoint: { url, pathStyle: true }, credentials };
        await makeBucket(LEDGER, 1, options);
        const keyFile = path.join(scratch, `${name}.pem`);
        const signer = createLocalKey(keyFile);
        const crowd = new Crowd([await bundledWriter('bucket-writer.ts', scratch), url, LEDGER, keyFile, 'Infinity'], {
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        });
        await killAtRandom(crowd, { writers: WRITERS, kills: KILLS, seed: SEED, pause: 300 });

        expect(crowd.complaints).toEqual([]);
        const store = await S3Store.open(LEDGER, options);
        const last = await append(ledgerOn(store, signer, { now: () => Date.now() }), STREAM, await record('after all', signer));
        const trust = trustIn([{ ...signer, pem: signer.publicPem }], null);
        const receipts = [...crowd.acknowledged, last];
        const answer = await verifyLedger(store, { trust, receipts });
        store.close();
        const [stream] = answer.streams;
        console.log(
          `${name}: ${stream?.verified} records in ${stream?.slots} slots; ${crowd.acknowledged.length} acknowledged, ${stream?.pending} pending at the end`,
        );
        expect(answer.findings.filter((one) => one.kind !== 'pending')).toEqual([]);
        expect(answer).toMatchObject({ outcome: 'allow', receipts: receipts.length });
      },
      600_000,
    );
  });
}
