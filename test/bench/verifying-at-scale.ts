import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { growthRow } from './growth.ts';
import { growLedger, type GrownLedger } from './material/grown-ledger.ts';
import type { Row } from './table.ts';
import { verifyOnce, type Run } from './verify-once.ts';

const RECORDS = 1_000_000;
const FEWER = 10_000;
const TOGETHER = 500; // records a slot: as many writers at once
const MOST_MEGABYTES = 300;
const MEGABYTE = 1_000_000;

/**
 * `proofrail verify` as a whole process over a million records, each with its own signature and every one checked: in a folder and in a
 * bucket. Some twenty minutes and 4 GB of disk, all of it in the ground's folder.
 */
export async function verifyingAtScaleRows(ground: Ground): Promise<Row[]> {
  const [few, many] = [await grow(ground, FEWER), await grow(ground, RECORDS)];
  const [small, large] = [verifyFolder(ground, few), verifyFolder(ground, many)];
  const inBucket = await verifyBucket(ground, many);
  rmSync(many.folder, { recursive: true });
  return [
    growthRow('verify', { size: FEWER, seconds: small.seconds }, { size: RECORDS, seconds: large.seconds }),
    memoryRow('in a folder', large),
    memoryRow('in a bucket', inBucket),
  ];
}

const grow = (ground: Ground, records: number): Promise<GrownLedger> =>
  growLedger(path.join(ground.folder, `at-scale-${records}`), records, { together: TOGETHER });

function verifyFolder(ground: Ground, { folder, trustFile }: GrownLedger): Run {
  return verifyOnce(ground, ['--ledger', `file:${folder}`, '--trust', trustFile]);
}

/** Its server shares the cores: what is measured is memory, and the time stands beside it. */
async function verifyBucket(ground: Ground, { folder, trustFile }: GrownLedger): Promise<Run> {
  const program = path.join(import.meta.dirname, 'programs/serve-bucket.ts');
  const server = spawn(ground.node, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const endpoint = ['--s3-endpoint', `http://127.0.0.1:${await portOf(server)}`, '--s3-path-style'];
    const order = ['--ledger', 's3://bench-ledger?region=us-east-1', '--trust', trustFile, ...endpoint];
    return verifyOnce(ground, order, { AWS_ACCESS_KEY_ID: 'AKIABENCHBENCHBENCH', AWS_SECRET_ACCESS_KEY: 'of the bench' });
  } finally {
    server.kill();
  }
}

async function portOf(server: ChildProcess): Promise<string> {
  const [said]: unknown[] = await once(server.stdout ?? server, 'data');
  const [, port] = /^port (\d+)/.exec(String(said)) ?? [];
  if (port === undefined) throw new Error('the server of the bench did not say where it listens');
  return port;
}

function memoryRow(where: string, { peak, seconds }: Run): Row {
  const what = `memory of verify, ${RECORDS} records ${where}`;
  const detail = `MB at most, all threads; ${seconds.toFixed(0)} s`;
  return { what, found: peak / MEGABYTE, bound: MOST_MEGABYTES, sense: 'most', detail };
}
