import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { EVERYTHING_IS_REQUIRED } from '../required-run.ts';
import { REAL_S3_SERVERS } from '../s3/s3-servers.ts';
import { crowdedBucket } from './crowded-bucket.ts';

const WRITERS = 16;
const KILLS = 3;
const LEDGER = 's3://evidence/server-killed?region=us-east-1';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-kill-server-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const whereRequired = EVERYTHING_IS_REQUIRED ? it : it.skip; // half a minute and more

for (const [name, describeServer] of Object.entries(REAL_S3_SERVERS)) {
  describeServer(`${name}, killed while ${WRITERS} processes append to one stream`, (server) => {
    whereRequired(
      `has every acknowledged record when it is back, and nobody took its silence for anything (${KILLS} kills)`,
      async () => {
        const { crowd, verified } = await crowdedBucket({ ...server(), ledger: LEDGER, scratch });
        for (let kill = 0; kill < KILLS; kill++) {
          const enough = crowd.acknowledged.length + 2 * WRITERS;
          for (let writer = 0; writer < WRITERS; writer++) crowd.start();
          while (crowd.acknowledged.length < enough) await setTimeout(20);
          await server().restart();
          while (crowd.size > 0) await crowd.kill(0); // whoever waited for an answer meanwhile goes on, the others have ended by themselves
        }

        // It is down, or coming up: neither says anything about what lies in the bucket.
        expect(crowd.complaints.join('')).not.toMatch(/outcome: '(?!unavailable')|TypeError|RangeError/);
        const { answer, receipts } = await verified();
        console.log(`${name}: ${crowd.acknowledged.length} acknowledged, ${answer.streams[0]?.verified} records verified`);
        expect(answer.findings.filter((one) => one.kind !== 'pending')).toEqual([]);
        expect(answer).toMatchObject({ outcome: 'allow', receipts: receipts.length });
      },
      300_000,
    );
  });
}
