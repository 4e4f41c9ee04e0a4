import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { EVERYTHING_IS_REQUIRED } from '../required-run.ts';
import { REAL_S3_SERVERS } from '../s3/s3-servers.ts';
import { crowdedBucket } from './crowded-bucket.ts';
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
        const { crowd, verified } = await crowdedBucket({ ...server(), ledger: LEDGER, scratch });
        await killAtRandom(crowd, { writers: WRITERS, kills: KILLS, seed: SEED, pause: 300 });

        expect(crowd.complaints).toEqual([]);
        const { answer, receipts } = await verified();
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
