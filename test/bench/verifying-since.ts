import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { growLedger } from './material/grown-ledger.ts';
import { milliseconds, type Row } from './table.ts';
import { verifyOnce } from './verify-once.ts';

const RECORDS = 100_000;
const SEALED = 99_000;
const TOGETHER = 500; // records a slot
const ORIGIN = 'example.org/evidence';

/** What a hundredth more costs whoever kept the checkpoint from before, against verifying all of it. */
export async function verifyingSinceRows(ground: Ground): Promise<Row[]> {
  const folder = path.join(ground.inMemory, 'sealed');
  const checkpoint = `${folder}.checkpoint`;
  let logKey = '';
  const { trustFile } = await growLedger(folder, RECORDS, {
    together: TOGETHER,
    onGrown: (records) => {
      if (records === SEALED) logKey = seal(ground, folder, checkpoint);
    },
  });
  const trust = JSON.parse(readFileSync(trustFile, 'utf8')) as Record<string, unknown>;
  writeFileSync(trustFile, JSON.stringify({ ...trust, origin: ORIGIN, log_keys: [logKey] }));
  const order = ['--ledger', `file:${folder}`, '--trust', trustFile];
  const whole = verifyOnce(ground, order);
  const since = verifyOnce(ground, [...order, '--since', checkpoint]);
  const detail = `${milliseconds(since.seconds)} of ${milliseconds(whole.seconds)}, ${RECORDS} records`;
  return [
    { what: 'verify after 1 % growth ÷ all of it', found: since.seconds / whole.seconds, bound: 0.05, sense: 'most', detail },
  ];
}

/** Gives the public key of the log. */
function seal({ node, proofrail }: Ground, ledger: string, checkpoint: string): string {
  const key = `${ledger}.log.key`;
  const run = (...args: string[]): string => execFileSync(node, [proofrail, ...args], { encoding: 'utf8' });
  run('keys', 'new', '--out', key, '--trust', `${ledger}.unused.json`);
  const order = ['--ledger', `file:${ledger}`, '--log-key', key, '--origin', ORIGIN, '--save-checkpoint', checkpoint];
  const { log_key: logKey } = JSON.parse(run('seal', ...order, '--json')) as { log_key: string };
  return logKey;
}
