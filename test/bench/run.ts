// Everything that the project promises about speed and size, as ratios within one run, in one table. Usage: node tools/bootstrap.mjs bench
// [judging] [gating] [appending] [verifying] [logs] [sizes]. PROOFRAIL_BENCH_PAIRS sets the pairs behind each median, PROOFRAIL_TOOLS the native programs.
import { appendingRows } from './appending.ts';
import { gatingRows } from './gating.ts';
import { withGround } from './ground.ts';
import { judgingRows } from './judging.ts';
import { logRows } from './logs.ts';
import { sizeRows } from './sizes.ts';
import { printTable } from './table.ts';
import { verifyingRows } from './verifying.ts';

const BENCHES = {
  judging: judgingRows,
  gating: gatingRows,
  appending: appendingRows,
  verifying: verifyingRows,
  logs: logRows,
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
