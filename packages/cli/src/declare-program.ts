import type { Command } from 'commander';
import { bareProgram } from './bare-program.ts';
import { declareCommands } from './declare-commands.ts';
import type { Perform } from './session.ts';
import type { Sheet } from './sheet.ts';

/** The command line, declared and not yet run. `asked`: its first word. */
export function declareProgram(perform: Perform, out: Sheet, err: Sheet, asked?: string): Command {
  const program = bareProgram(out, err);
  declareCommands(program, perform, asked);
  return program;
}
