import { Option, type Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import type { Perform } from '../session.ts';

export interface ControlsOptions {
  readonly config?: string;
  readonly json?: boolean;
}

export function declareControls(program: Command, perform: Perform): void {
  program
    .command('controls')
    .summary('the ten stages of a pipeline, their controls, and which have a rule today')
    .description(
      'Prints the ten stages with their ISO 27001 and SOC 2 ids, and says plainly which no rule covers. With --config also what your ' +
        'registry asks for, with every preset resolved.',
    )
    .addOption(new Option('--config <dir>', 'check this folder too, and show what it switches on').argParser(given))
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail controls', 'proofrail controls --config .proofrail --json'))
    .action((options: ControlsOptions) =>
      perform('controls', options, async () => (await import('./list-stages.ts')).listStages(options.config)),
    );
}
