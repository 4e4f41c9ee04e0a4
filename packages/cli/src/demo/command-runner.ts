import { EngineError } from '@proofrail/core/outcomes';
import type { ExitCode } from '@proofrail/core/outcomes';
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
    return { command, exitCode, document: parsed(printed, command), milliseconds: session.clock.now() - started };
  };
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
