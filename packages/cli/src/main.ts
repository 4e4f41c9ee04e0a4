#!/usr/bin/env node
// Not from the package's index: it would bring the whole ledger along before the first line runs.
import { consoleLogger } from '@proofrail/machine/console-logger';
import { systemClock } from '@proofrail/machine/system-clock';
import { runProgram } from './program.ts';
import type { Sheet } from './sheet.ts';
import { standardStream, type StandardStream } from './terminal/standard-stream.ts';
import { styleFor } from './terminal/style.ts';

const { argv, env } = process;
const [stdout, stderr] = [standardStream('stdout'), standardStream('stderr')];

const sheet = (stream: StandardStream): Sheet => ({
  style: styleFor({ isTTY: stream.isTTY, env }),
  ...(stream.isTTY && stream.columns !== undefined ? { columns: stream.columns } : {}),
  write: (text) => stream.write(text),
});

const session = { clock: systemClock, logger: consoleLogger(stderr), env };
// Never process.exit while anything is left: what was written to a pipe would be lost.
process.exitCode = await runProgram(argv.slice(2), session, sheet(stdout), sheet(stderr));
// With nothing left, Node would still wait for its compilers to optimise what nobody will run again.
setImmediate(() => {
  if (process.getActiveResourcesInfo().length === 0) process.exit();
});
