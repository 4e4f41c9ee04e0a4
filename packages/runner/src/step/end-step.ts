import { EngineError, exitCode, Failure, type ExitCode, type Outcome } from '@proofrail/core/outcomes';
import { annotate } from '../annotations/annotate.ts';
import { failureSummary } from '../summary/failure-summary.ts';
import { writeSummary } from '../summary/write-summary.ts';

/**
 * Runs an action's main function and ends the process with its outcome. Whatever is thrown, of whatever type, ends in a red step that says
 * what to do: a thrown string once left a step green (craft.md 3, item 1).
 */
export async function endStep(main: () => Promise<Outcome>): Promise<void> {
  process.exitCode = exitCode('deny'); // what holds if the process ends before we do
  // Node would print the error as it is, and the runner would read it for commands.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.once(event, (cause: unknown) => void endNow(cause));
  process.exitCode = await main().then(exitCode, reportFailure);
}

/** Something failed where nobody waited for it: whatever main goes on to say, it can no longer be believed. */
async function endNow(cause: unknown): Promise<never> {
  process.exit(await reportFailure(cause));
}

async function reportFailure(cause: unknown): Promise<ExitCode> {
  const failure = cause instanceof Failure ? cause : unexpected(cause);
  annotate([{ kind: 'error', title: failure.code, message: failure.message }]);
  await writeSummary(failureSummary(failure)).catch(() => undefined); // the annotation has said it; the exit code must not change
  return exitCode(failure.outcome);
}

function unexpected(cause: unknown): Failure {
  return new EngineError('engine/unexpected', {
    expected: 'no error that this program does not know',
    found: cause instanceof Error ? cause.message : String(cause),
    at: 'the action itself',
    doThis: 'run the step again with debug logging and report it; nothing was allowed',
    cause,
  });
}
