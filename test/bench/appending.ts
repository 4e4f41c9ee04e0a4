import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { append } from '@proofrail/core/ledger';
import { runSigner } from '@proofrail/signer-local';
import { FileStore } from '@proofrail/store-file';
import { ledgerOn, record, STREAM } from '../ledger/small-ledger.ts';
import { createBare } from './bare-loop.ts';
import type { Ground } from './ground.ts';
import { median } from './paired.ts';
import type { Row } from './table.ts';

const RECORDS = 256;
const MANY = 16;

/** Appending to a folder: an append is two durable creates, so the bound is a loop that does nothing but those. */
export async function appendingRows({ folder, pairs }: Ground): Promise<Row[]> {
  const records = await signedRecords();
  const rounds = await inTurn(pairs, async (round) => {
    const here = (name: string) => path.join(folder, `append-${round}-${name}`);
    const alone = await seconds(() => appendAll(here('alone'), records, 1));
    const together = await seconds(() => appendAll(here('together'), records, MANY));
    const objects = objectsUnder(here('alone'));
    const bare = await seconds(() => createBare(here('bare'), objects));
    return { alone: bare / alone, together: bare / together, perSecond: RECORDS / alone, bare: RECORDS / bare };
  });
  const perSecond = (name: 'perSecond' | 'bare') => median(rounds.map((round) => round[name])).toFixed(0);
  const detail = `${perSecond('perSecond')} records a second, ${perSecond('bare')} in the loop`;
  return [
    {
      what: 'append, one writer ÷ bare loop',
      found: median(rounds.map(({ alone }) => alone)),
      bound: 0.85,
      sense: 'least',
      detail,
    },
    {
      what: `append, ${MANY} writers ÷ bare loop`,
      found: median(rounds.map(({ together }) => together)),
      bound: 1.2,
      sense: 'least',
      detail: 'in one process, into one stream',
    },
  ];
}

const signer = runSigner(); // as it ships: the signers of tests take some 30 µs longer over each slot

/** Sealing evidence is no part of appending it. */
async function signedRecords(): Promise<Uint8Array[]> {
  return Promise.all(Array.from({ length: RECORDS }, (_, n) => record(n, signer, undefined, { text: 'x'.repeat(1_200) })));
}

async function appendAll(folder: string, records: readonly Uint8Array[], writers: number): Promise<void> {
  const ledger = ledgerOn(await FileStore.open(folder), signer);
  const waiting = [...records];
  const write = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await append(ledger, STREAM, next);
  };
  await Promise.all(Array.from({ length: writers }, write));
}

function objectsUnder(ledger: string): Uint8Array[] {
  const files = readdirSync(ledger, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(path.join(file.parentPath, file.name)));
}

async function seconds(work: () => Promise<void> | void): Promise<number> {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

async function inTurn<T>(count: number, work: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < count; round++) results.push(await work(round));
  return results;
}
