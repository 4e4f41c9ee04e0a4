import type { Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import type { Perform } from '../session.ts';

export function declareDemo(program: Command, perform: Perform): void {
  program
    .command('demo')
    .summary('the main job from end to end, on a ledger in ./proofrail-demo')
    .description(
      'Gates a change twice, archives an SBOM, checks a deployment, attacks copies of the ledger and writes the report. Needs no network. ' +
        'The folder ./proofrail-demo is made anew each time.',
    )
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail demo'))
    .action((options: { json?: boolean }) =>
      perform('demo', options, async (session) => (await import('../demo/run-demo.ts')).runDemo(session)),
    );
}
