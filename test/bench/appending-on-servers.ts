import { existsSync } from 'node:fs';
import { append } from '@proofrail/core/ledger';
import { startDelayingProxy, startMinio, startSeaweedFs } from '@proofrail/testkit';
import { makeBucket, S3Store } from '../../packages/stores/s3/src/index.ts';
import { ledgerOn, record, STREAM, testSigner } from '../ledger/small-ledger.ts';
import { appendingProcesses } from '../s3/appending-processes.ts';
import type { S3Server } from '../s3/s3-servers.ts';
import { WEED } from '../s3/weed.ts';
import type { Ground } from './ground.ts';
import { median } from './paired.ts';
import type { Row } from './table.ts';

interface Startable {
  readonly name: string;
  /** Absent: its rows are left out, and that is said. */
  readonly program: string;
  start(program: string): Promise<S3Server & { stop(): Promise<void> }>;
}

const SERVERS: readonly Startable[] = [
  { name: 'SeaweedFS', program: WEED, start: startSeaweedFs },
  { name: 'MinIO', program: process.env['PROOFRAIL_MINIO'] ?? '', start: startMinio },
];
const ROUND_TRIP = 20;
const LOAD = { processes: 16, appends: 16, roundTrip: ROUND_TRIP };
const LEDGER = 's3://quiet/ledger?region=us-east-1';

/** Appending to real servers, 20 ms away. */
export async function appendingOnServersRows({ pairs }: Ground): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, program, start } of SERVERS) {
    if (existsSync(program)) rows.push(...(await onServer(name, await start(program), pairs)));
    else console.log(`${name}: left out, no program${program === '' ? '' : ` ${program}`}`);
  }
  return rows;
}

async function onServer(name: string, server: Awaited<ReturnType<Startable['start']>>, appends: number): Promise<Row[]> {
  try {
    return [await quietRow(name, server, appends), ...(await crowdRows(name, server))];
  } finally {
    await server.stop();
  }
}

async function quietRow(name: string, server: S3Server, appends: number): Promise<Row> {
  const proxy = await startDelayingProxy(server.url, ROUND_TRIP);
  const signer = testSigner();
  const options = (url: string) => ({ endpoint: { url, pathStyle: true }, credentials: server.credentials });
  await makeBucket(LEDGER, 1, options(server.url));
  const took: number[] = [];
  for (let n = 0; n <= appends; n++) {
    const store = await S3Store.open(LEDGER, options(proxy.url)); // as each job does: connections of its own, nothing known
    const bytes = await record(`quiet ${n}`, signer);
    const began = performance.now();
    await append(ledgerOn(store, signer, { now: () => Date.now() }), STREAM, bytes);
    took.push(performance.now() - began);
    store.close();
  }
  const { requests } = proxy;
  await proxy.close();
  const detail = `${ROUND_TRIP} ms away, median of ${appends}; ${(requests / took.length).toFixed(1)} requests, those of opening the ledger included`;
  return { what: `${name}, quiet append in ms`, found: median(took.slice(1)), bound: 200, sense: 'most', detail }; // the first warms up the code
}

async function crowdRows(name: string, server: S3Server): Promise<Row[]> {
  const { acknowledged, complaints, requests, answer } = await appendingProcesses(server, LOAD);
  const all = LOAD.processes * LOAD.appends;
  const verified = answer.streams[0]?.verified ?? 0;
  const what = (figure: string): string => `${name}, ${LOAD.processes} processes, ${figure}`;
  const detail = `${acknowledged} appends acknowledged, ${verified} records verified, ${complaints.length} complaints`;
  return [
    { what: what('requests an append'), found: requests / acknowledged, bound: 10, sense: 'most', detail: `${all} appends` },
    { what: what('lost or twice'), found: Math.abs(all - verified) + answer.findings.length, bound: 0, sense: 'most', detail },
  ];
}
