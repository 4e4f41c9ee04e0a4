import type { Command } from 'commander';
import { examples, jsonOption } from '../options/common.ts';
import type { Perform } from '../session.ts';

export function declareControls(program: Command, perform: Perform): void {
  program
    .command('controls')
    .summary('the ten stages of a pipeline, their controls, and which have a rule today')
    .description('Prints the ten stages with their ISO 27001 and SOC 2 ids, and says plainly which no rule covers.')
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail controls', 'proofrail controls --json'))
    .action((options: { json?: boolean }) =>
      perform('controls', options, async () => (await import('../controls/list-stages.ts')).listStages()),
    );
}
