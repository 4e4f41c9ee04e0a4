import { Option, type Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface DemoOptions extends LedgerAccess {
  readonly ledger?: string;
  readonly json?: boolean;
}

export function declareDemo(program: Command, perform: Perform): void {
  opensLedger(
    program.command('demo'),
    new Option('--ledger <uri>', 'an empty ledger to tell it on (default: file:proofrail-demo/ledger)').argParser(given),
  )
    .summary('the main job from end to end, on a ledger in ./proofrail-demo')
    .description(
      'Gates a change twice, archives an SBOM, checks a deployment, attacks copies of the ledger and writes the report. Needs no network, unless it is given a bucket. ' +
        'The folder ./proofrail-demo is made anew each time.',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('proofrail demo', `proofrail demo --ledger 's3://example-evidence/demo?region=eu-central-1&owner=123456789012'`),
    )
    .action((options: DemoOptions) =>
      perform('demo', options, async (session) => (await import('./run-demo.ts')).runDemo(options, session)),
    );
}
