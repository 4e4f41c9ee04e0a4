// Everything that the project promises about speed and size, as ratios within one run, in one table. Usage: node tools/bootstrap.mjs bench
// [judging] [gating] [appending] [appending-at-scale] [appending-on-servers] [verifying] [verifying-at-scale] [verifying-since] [logs] [reporting] [sizes].
// PROOFRAIL_BENCH_PAIRS sets the pairs behind each median, PROOFRAIL_TOOLS the native programs, PROOFRAIL_WEED the S3 server,
// PROOFRAIL_TESSERA the folder with tessera's fsck.
import { appendingRows } from './appending.ts';
import { appendingAtScaleRows } from './appending-at-scale.ts';
import { appendingOnServersRows } from './appending-on-servers.ts';
import { gatingRows } from './gating.ts';
import { withGround } from './ground.ts';
import { judgingRows } from './judging.ts';
import { logRows } from './logs.ts';
import { reportingRows } from './reporting.ts';
import { sizeRows } from './sizes.ts';
import { printTable } from './table.ts';
import { verifyingRows } from './verifying.ts';
import { verifyingAtScaleRows } from './verifying-at-scale.ts';
import { verifyingSinceRows } from './verifying-since.ts';

const BENCHES = {
  judging: judgingRows,
  gating: gatingRows,
  appending: appendingRows,
  'appending-at-scale': appendingAtScaleRows,
  'appending-on-servers': appendingOnServersRows,
  verifying: verifyingRows,
  logs: logRows,
  reporting: reportingRows,
  'verifying-at-scale': verifyingAtScaleRows,
  'verifying-since': verifyingSinceRows,
  sizes: sizeRows,
};
const wanted = process.argv.slice(2);

const rows = await withGround(async (ground) => {
  const chosen = Object.entries(BENCHES).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const found = [];
  for (const [, bench] of chosen) found.push(...(await bench(ground)));
  return found;
});
printTable(rows);
