#!/usr/bin/env node
import { exitCode, UnavailableError } from '@proofrail/core/outcomes';
// Not from the package's index: it would bring the whole ledger along before the first line runs.
import { consoleLogger, systemClock } from '@proofrail/machine';
import { runProgram } from './program.ts';
import type { Sheet } from './sheet.ts';
import { failureBlock } from './terminal/failure-block.ts';
import { standardStream, type StandardStream } from './terminal/standard-stream.ts';
import { styleFor } from './terminal/style.ts';

const { argv, env } = process;
const stderr = standardStream('stderr', () => undefined); // nobody is left who could be told
const stdout = standardStream('stdout', (cause) => {
  if (cause.code === 'EPIPE') return; // a reader that went away (`proofrail findings … | head`) is no failure of ours
  stderr.write(`${failureBlock(unsaid(cause), styleFor({ isTTY: stderr.isTTY, env }))}\n`);
  process.once('exit', (code) => {
    if (code < exitCode('invalid')) process.exitCode = exitCode('unavailable'); // 2 and 4 say something graver (decisions.md, Outcomes)
  });
});

const sheet = (stream: StandardStream): Sheet => ({
  style: styleFor({ isTTY: stream.isTTY, env }),
  ...(stream.isTTY && stream.columns !== undefined ? { columns: stream.columns } : {}),
  write: (text) => stream.write(text),
});

/** The command did its work, and nobody has its answer. */
const unsaid = (cause: NodeJS.ErrnoException): UnavailableError =>
  new UnavailableError('cli/unsaid', {
    expected: 'room for the answer',
    found: cause.code ?? cause.message,
    at: 'standard output',
    doThis: 'make room, or send the output elsewhere, and run it again',
    cause,
  });

const session = { clock: systemClock, logger: consoleLogger(stderr), env };
process.exitCode = exitCode('deny'); // what holds if the program ends before its command has
// Never process.exit while anything is left: what was written to a pipe would be lost.
process.exitCode = await runProgram(argv.slice(2), session, sheet(stdout), sheet(stderr));
// With nothing left, Node would still wait for its compilers to optimise what nobody will run again.
setImmediate(() => {
  if (process.getActiveResourcesInfo().length === 0) process.exit();
});
