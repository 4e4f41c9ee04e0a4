import { Option, type Command } from 'commander';
import { apiUrlOption, examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { OutputOption } from '../options/output-option.ts';
import type { Perform } from '../session.ts';

export interface FactsOptions {
  readonly out: string;
  readonly run?: string;
  readonly apiUrl: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

export function declareFacts(program: Command, perform: Perform): void {
  program
    .command('facts')
    .summary('record what GitHub says about a pull request, as the gate would read it')
    .description(
      'Reads with the token in GITHUB_TOKEN or GH_TOKEN, as GitHub has it now and without waiting. Beside F.json it writes F.reports/ ' +
        '(the scan reports that were delivered) and F.proofrail/ (the policy of the protected branch), which is all that "proofrail ' +
        'gate" needs to judge the change again. What could not be read is unknown there, with its reason.',
    )
    .argument('<pull request>', 'owner/repository#number', given)
    .addOption(new OutputOption('--out <file>', 'where to write the facts, a name in .json').makeOptionMandatory())
    .addOption(
      new Option('--run <id>', 'look as this run of the gate: without its own check, and with who set it off').argParser(given),
    )
    .addOption(apiUrlOption())
    .addOption(new Option('--overwrite', 'replace what an earlier run wrote under the same name'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail facts acme/payments#12 --out facts.json',
        'proofrail gate --facts facts.json --reports facts.reports --config facts.proofrail --ledger none',
      ),
    )
    .action((subject: string, options: FactsOptions) =>
      perform('facts', options, async (session) => (await import('./record-facts.ts')).recordFacts(subject, options, session)),
    );
}
