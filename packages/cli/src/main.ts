#!/usr/bin/env node
// Not from the package's index: it would bring the whole ledger along before the first line runs.
import { consoleLogger } from '@proofrail/machine/console-logger';
import { systemClock } from '@proofrail/machine/system-clock';
import { runProgram } from './program.ts';
import type { Sheet } from './sheet.ts';
import { styleFor } from './terminal/style.ts';

const { argv, env, stdout, stderr } = process;

// A reader that went away (`proofrail findings … | head`) is no failure of ours.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const sheet = (stream: NodeJS.WriteStream): Sheet => ({
  style: styleFor({ isTTY: stream.isTTY, env }),
  ...(stream.isTTY ? { columns: stream.columns } : {}),
  write: (text) => void stream.write(text),
});

const session = { clock: systemClock, logger: consoleLogger(stderr), env };
// Never process.exit: what was written to a pipe would be lost.
process.exitCode = await runProgram(argv.slice(2), session, sheet(stdout), sheet(stderr));
