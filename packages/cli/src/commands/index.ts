import type { Command } from 'commander';
import type { Perform } from '../session.ts';
import { declareFindings } from './findings.ts';
import { declareImage } from './image.ts';

/** In the order in which help lists them: the gate first, then what leads to evidence, then what proves it. */
export function declareCommands(program: Command, perform: Perform): void {
  for (const declare of [declareFindings, declareImage]) declare(program, perform);
}
