// The thread of verifyInThread: the command as the first thread would run it, with its own hands on the bucket.
import { workerData } from 'node:worker_threads';
import { systemClock } from '@proofrail/machine';
import { threadProgram } from '@proofrail/machine/thread-program';
import type { VerifyOptions } from './declare-verify.ts';
import { verifyHere, type Verified } from './verify-here.ts';
import type { LoggerWord } from './verify-in-thread.ts';

await threadProgram<Verified, LoggerWord>((say) => {
  const sayAs =
    (level: LoggerWord['level']) =>
    (message: string): void =>
      say({ level, message });
  const logger = { info: sayAs('info'), warning: sayAs('warning'), progress: sayAs('progress') };
  return verifyHere(workerData as VerifyOptions, { clock: systemClock, logger, env: process.env });
});
