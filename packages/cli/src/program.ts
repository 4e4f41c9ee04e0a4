import { CommanderError, type Command } from 'commander';
import { exitCode, type ExitCode } from '@proofrail/core/outcomes';
import type { Answer } from './answer.ts';
import { asFailure } from './as-failure.ts';
import { bareProgram } from './bare-program.ts';
import { declareGate } from './gate/declare-gate.ts';
import type { Perform, Session } from './session.ts';
import type { Sheet } from './sheet.ts';
import { failureBlock } from './terminal/failure-block.ts';
import { jsonText } from './terminal/json-text.ts';
import { usageFailure } from './usage-failure.ts';

/**
 * Understands the command line, runs one command and shows what it says: results on `out`, failures on `err`, and with `--json`
 * both as one document on `out`. Never throws.
 */
export async function runProgram(argv: readonly string[], session: Session, out: Sheet, err: Sheet): Promise<ExitCode> {
  const json = asksForJson(argv);
  let code: ExitCode = 0;
  const perform: Perform = async (name, options, work) => {
    const answer = await work(session);
    code = exitCode(answer.outcome);
    session.logger.progress(''); // an answer stands on a line of its own
    out.write(`${options.json === true ? documentOf(name, answer) : answer.text(out)}\n`);
  };
  const program = await declared(argv[0], perform, out, err);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    if (thrown instanceof CommanderError && thrown.code === 'commander.help' && !json) return 2;
    return refuse(
      thrown instanceof CommanderError ? usageFailure(thrown, spokenTo(argv, program)) : thrown,
      session,
      json ? out : err,
      json,
    );
  }
}

/** What CI runs for every change is declared alone: to read what all the other commands take would be a thirtieth of its time. */
async function declared(asked: string | undefined, perform: Perform, out: Sheet, err: Sheet): Promise<Command> {
  if (asked !== 'gate') return (await import('./declare-program.ts')).declareProgram(perform, out, err, asked);
  const program = bareProgram(out, err);
  declareGate(program, perform);
  return program;
}

const asksForJson = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? undefined : end).includes('--json');
};

function documentOf(name: string, answer: Answer): string {
  return jsonText({
    schema: `proofrail.cli/${name}/v1`,
    outcome: answer.outcome,
    exit_code: exitCode(answer.outcome),
    ...answer.json,
  });
}

/** `proofrail image verify` of `image verify x --y`: the longest known path of commands, for "run … --help". */
function spokenTo(argv: readonly string[], program: Command): string {
  const names = ['proofrail'];
  let commands = program.commands;
  for (const word of argv) {
    const found = commands.find((command) => command.name() === word);
    if (found === undefined) break;
    names.push(word);
    commands = found.commands;
  }
  return names.join(' ');
}

function refuse(thrown: unknown, session: Session, sheet: Sheet, json: boolean): ExitCode {
  const failure = asFailure(thrown);
  session.logger.progress('');
  const { code, expected, found, at, doThis, outcome } = failure;
  const error = { code, expected, found, at, do_this: doThis };
  const text = json
    ? jsonText({ schema: 'proofrail.cli/error/v1', outcome, exit_code: exitCode(outcome), error })
    : failureBlock(failure, sheet.style, sheet.columns);
  sheet.write(`${text}\n`);
  if (session.env['PROOFRAIL_DEBUG'] === '1')
    session.logger.warning(failure.cause instanceof Error ? String(failure.cause.stack) : String(failure.stack));
  return exitCode(outcome);
}
