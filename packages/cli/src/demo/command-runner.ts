import { EngineError, type ExitCode, type FailureCode } from '@proofrail/core/outcomes';
import { runProgram } from '../program.ts';
import type { Session } from '../session.ts';
import { PLAIN } from '../terminal/style.ts';

export interface CommandAnswer {
  /** As a person would type it. */
  readonly command: string;
  readonly exitCode: ExitCode;
  /** The command's own JSON document (docs/cli-json.md). */
  readonly document: unknown;
  readonly milliseconds: number;
}

export type RunCommand = (...words: readonly string[]) => Promise<CommandAnswer>;

/** Runs commands of this very program, as a person would, and reads their JSON: the demo shows nothing that it computed itself. */
export function commandRunner(session: Session): RunCommand {
  return async (...words) => {
    let printed = '';
    const sheet = { style: PLAIN, write: (text: string) => void (printed += text) };
    const started = session.clock.now();
    const exitCode = await runProgram([...words, '--json'], session, sheet, sheet);
    const command = ['proofrail', ...words].join(' ');
    return { command, exitCode, document: answerIn(printed, command), milliseconds: session.clock.now() - started };
  };
}

/** The story has no scene for a command that could not be carried out: it ends there, with that command's own error. */
function answerIn(text: string, command: string): unknown {
  const document = parsed(text, command) as { readonly schema?: unknown; readonly error?: Record<string, string> };
  if (document.schema !== 'proofrail.cli/error/v1') return document;
  const { code = 'demo/error', expected = '', found = '', at = '', do_this: doThis = '' } = document.error ?? {};
  throw new EngineError(code as FailureCode, { expected, found, at: `${at}, in "${command}"`, doThis });
}

function parsed(text: string, command: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineError('demo/no-answer', {
      expected: 'one JSON document',
      found: text.slice(0, 200),
      at: command,
      doThis: 'This is a fault of Proofrail: please report it.',
      cause,
    });
  }
}
