#!/usr/bin/env node
import { exitCode, UnavailableError } from '@proofrail/core/outcomes';
// Not from the package's index: it would bring the whole ledger along before the first line runs.
import { consoleLogger } from '@proofrail/machine/console-logger';
import { systemClock } from '@proofrail/machine/system-clock';
import { runProgram } from './program.ts';
import type { Sheet } from './sheet.ts';
import { failureBlock } from './terminal/failure-block.ts';
import { styleFor } from './terminal/style.ts';

const { argv, env, stdout, stderr } = process;

const sheet = (stream: NodeJS.WriteStream): Sheet => ({
  style: styleFor({ isTTY: stream.isTTY, env }),
  ...(stream.isTTY ? { columns: stream.columns } : {}),
  write: (text) => void stream.write(text),
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

stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') return; // a reader that went away (`proofrail findings … | head`) is no failure of ours
  stderr.write(`${failureBlock(unsaid(cause), styleFor({ isTTY: stderr.isTTY, env }))}\n`);
  process.once('exit', (code) => {
    if (code < exitCode('invalid')) process.exitCode = exitCode('unavailable'); // 2 and 4 say something graver (decisions.md, Outcomes)
  });
});
stderr.on('error', () => undefined); // nobody is left who could be told

// Never process.exit: what was written to a pipe would be lost.
process.exitCode = await runProgram(argv.slice(2), session, sheet(stdout), sheet(stderr));
