import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { growthRow } from './growth.ts';
import { growLedger, type GrownLedger } from './material/grown-ledger.ts';
import { opensslSpeed } from './openssl-speed.ts';
import { median, secondsOf } from './paired.ts';
import { milliseconds, type Row } from './table.ts';
import { verifyOnce } from './verify-once.ts';

const SIZES = [10_000, 100_000] as const;
const ROUNDS = 3;
const MEGABYTE = 1_000_000;

interface Verified {
  readonly records: number;
  readonly ledger: GrownLedger;
  readonly seconds: number;
  /** Seconds ÷ what OpenSSL alone would need for the same bytes and signatures on the same cores. */
  readonly overBound: number;
  /** Bytes of memory at most. */
  readonly peak: number;
}

/** `proofrail verify` as a whole process over ledgers in a folder, with a trust file: every byte hashed, every signature checked. */
export async function verifyingRows(ground: Ground): Promise<Row[]> {
  const verified: Verified[] = [];
  for (const records of SIZES)
    verified.push({
      records,
      ...verifyOften(ground, await growLedger(path.join(ground.inMemory, `ledger-${records}`), records)),
    });
  const [small, large] = verified;
  if (small === undefined || large === undefined) throw new Error('two ledgers are measured');
  const figure = (found: number, bound: number) => ({ found, bound, sense: 'most' as const });
  return [
    ...verified.map(({ records, overBound, seconds, ledger }) => ({
      what: `verify ÷ OpenSSL alone, ${records} records`,
      ...figure(overBound, 1.5),
      detail: `${milliseconds(seconds)}, ${ledger.signatures} signatures, ${Math.round(ledger.bytes / MEGABYTE)} MB`,
    })),
    growthRow('verify', { size: small.records, seconds: small.seconds }, { size: large.records, seconds: large.seconds }),
    {
      what: `memory of verify, ${large.records} records`,
      ...figure(large.peak / MEGABYTE, 250),
      detail: 'MB at most, all threads',
    },
  ];
}

function verifyOften(ground: Ground, ledger: GrownLedger): Omit<Verified, 'records'> {
  const order = ['--ledger', `file:${ledger.folder}`, '--trust', ledger.trustFile];
  // In runs of their own: what says the peak is loaded by each thread, and takes time.
  const peaks = Array.from({ length: ROUNDS }, () => verifyOnce(ground, order).peak);
  const program = { name: 'verify', command: ground.node, args: [ground.proofrail, 'verify', ...order] };
  const rounds = Array.from({ length: ROUNDS }, () => {
    const bound = boundFor(ledger);
    const seconds = secondsOf(program);
    return { seconds, overBound: seconds / bound };
  });
  return {
    ledger,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    overBound: median(rounds.map(({ overBound }) => overBound)),
    peak: Math.max(...peaks),
  };
}

function boundFor({ bytes, signatures }: GrownLedger): number {
  const { hashing, verifying } = opensslSpeed(availableParallelism());
  return bytes / hashing + signatures / verifying;
}
