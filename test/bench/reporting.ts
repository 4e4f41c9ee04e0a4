import path from 'node:path';
import { readBundle } from '@proofrail/policies';
import type { Ground } from './ground.ts';
import { growEvidence, RECORDS_A_CHANGE } from './material/grown-evidence.ts';
import type { Row } from './table.ts';
import { commandOnce, verifyOnce } from './verify-once.ts';

const RECORDS = 30_000;
const QUARTER = ['--from', '2028-01-01', '--to', '2028-03-31'];
const MEGABYTE = 1_000_000;

/** `proofrail report` as a whole process over four years of changes: a quarter of one year, and everything on one page. */
export async function reportingRows(ground: Ground): Promise<Row[]> {
  const { folder, trustFile } = await growEvidence(
    path.join(ground.inMemory, 'evidence'),
    RECORDS / RECORDS_A_CHANGE,
    readBundle().manifest,
  );
  const order = ['--ledger', `file:${folder}`, '--trust', trustFile];
  const report = (period: readonly string[]) =>
    commandOnce(ground, ['report', ...order, '--out', path.join(ground.folder, 'report.html'), ...period]);
  const [verified, quarter, whole] = [verifyOnce(ground, order), report(QUARTER), report([])];
  const row = (what: string, found: number, bound: number, detail: string): Row => ({
    what,
    found,
    bound,
    sense: 'most',
    detail,
  });
  return [
    row('report of a quarter ÷ verify', quarter.seconds / verified.seconds, 3, `${RECORDS} records over four years`),
    row('memory of report of a quarter', quarter.peak / MEGABYTE, 550, 'MB at most, all threads'),
    row(`memory of report of ${RECORDS} records`, whole.peak / MEGABYTE, 900, 'MB at most, all threads'),
  ];
}
