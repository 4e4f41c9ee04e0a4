import { append, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { SimulatedBucket, VirtualTime } from '@proofrail/testkit';
import { ledgerIn, shippedAppender, underLoad, type Cost } from '../ledger/simulated-writers.ts';
import { record, START, STREAM, testSigner, trustIn } from '../ledger/small-ledger.ts';
import { naiveChain } from './material/naive-chain.ts';
import { median } from './paired.ts';
import type { Row } from './table.ts';

const WRITERS = 256;
const APPENDS = 10_240; // with answers lost; half of them without
const NAIVE_APPENDS = 512; // at some 30 a second
const LOST = 0.05;
const SEED = 20261121;

/**
 * Appending to a bucket whose requests take 20 to 60 ms, each writer over a connection of its own. In virtual time: what is measured is the
 * protocol, not how fast two cores drive 256 clients.
 */
export async function appendingAtScaleRows(): Promise<Row[]> {
  const records = await Promise.all(Array.from({ length: APPENDS }, (_, n) => record(n, signer)));
  const half = records.slice(0, APPENDS / 2);
  const crowd = await underLoad({ writers: WRITERS, seed: SEED }, new MemoryStore(), half, shippedAppender(signer, []));
  const few = records.slice(0, NAIVE_APPENDS);
  const naive = await underLoad({ writers: WRITERS, seed: SEED }, new MemoryStore(), few, naiveChain);
  return [await quietRow(), ...crowdRows(crowd, naive), ...(await lossRows(records))];
}

const signer = testSigner();

/** Each request takes one unit of virtual time, so that the time of an append is the number of those that wait for one another. */
async function quietRow(): Promise<Row> {
  const time = new VirtualTime(START);
  const store = new MemoryStore('', time);
  const connect = () => new SimulatedBucket(store, { time, roundTrip: () => 1 });
  const appendFrom = (connection: SimulatedBucket, n: number): Promise<number> =>
    time.during(
      (async () => {
        const began = time.now();
        await append(ledgerIn(time, connection, signer), STREAM, await record(`quiet ${n}`, signer));
        return time.now() - began;
      })(),
    );
  for (let n = 0; n < 40; n++) await appendFrom(connect(), n);
  const connection = connect();
  const trips = await appendFrom(connection, 40);
  const detail = `of ${connection.requests} requests, by a process that sees the stream for the first time`;
  return { what: 'quiet append, round trips', found: trips, bound: 3, sense: 'most', detail };
}

function crowdRows(crowd: Cost, naive: Cost): Row[] {
  const what = (figure: string): string => `${WRITERS} writers, ${figure}`;
  return [
    {
      what: what('appends a second'),
      found: crowd.perSecond,
      bound: 600,
      sense: 'least',
      detail: `${crowd.took.length} appends, 20 to 60 ms a request, virtual time`,
    },
    {
      what: what('p99 in seconds'),
      found: p99(crowd) / 1000,
      bound: 1,
      sense: 'most',
      detail: `median ${seconds(median(crowd.took))}`,
    },
    {
      what: what('requests an append'),
      found: perAppend(crowd),
      bound: 10,
      sense: 'most',
      detail: 'every page of a listing and every look at a lock counted',
    },
    {
      what: what('÷ one record a slot'),
      found: crowd.perSecond / naive.perSecond,
      bound: 15,
      sense: 'least',
      detail: `naive chain: ${naive.perSecond.toFixed(0)} a second, p99 ${seconds(p99(naive))}, ${perAppend(naive).toFixed(0)} requests an append`,
    },
  ];
}

async function lossRows(records: readonly Uint8Array[]): Promise<Row[]> {
  const store = new MemoryStore();
  const receipts: SequencedReceipt[] = [];
  const cost = await underLoad({ writers: WRITERS, seed: SEED, lost: LOST }, store, records, shippedAppender(signer, receipts));
  const answer = await verifyLedger(store, { trust: trustIn([signer], null), receipts });
  // A receipt that does not hold is a finding. That so many come in one hour is an alarm, and what this row is about.
  const wrong = answer.findings.filter(({ kind }) => kind !== 'flood');
  const acknowledged = new Set(receipts.map((one) => one.record)).size;
  const counted = answer.streams[0]?.verified ?? 0;
  const what = (figure: string): string => `${LOST * 100} % of answers lost, ${figure}`;
  const lost = `${acknowledged} acknowledged, ${counted} verified with every receipt, ${cost.answersLost} of ${cost.requests} answers lost`;
  const pace = `${cost.perSecond.toFixed(0)} a second, p99 ${seconds(p99(cost))}, ${perAppend(cost).toFixed(1)} requests an append`;
  return [
    { what: what('records lost'), found: APPENDS - acknowledged + wrong.length, bound: 0, sense: 'most', detail: lost },
    { what: what('counted twice'), found: counted - acknowledged, bound: 0, sense: 'most', detail: pace },
  ];
}

const p99 = ({ took }: Cost): number => took[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN; // milliseconds
const perAppend = ({ requests, took }: Cost): number => requests / took.length;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
