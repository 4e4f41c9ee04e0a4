import { Option, type Command } from 'commander';
import { attachmentsOption, examples, jsonOption, trustOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface ReplayOptions extends LedgerAccess {
  readonly ledger: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly stream?: string;
  readonly json?: boolean;
}

export function declareDecision(program: Command, perform: Perform): void {
  const decision = program
    .command('decision')
    .description('What the gate decided, and whether it follows from what it was given.');
  opensLedger(decision.command('replay'))
    .summary('decide again from the ledger alone: same input, same result')
    .description(
      'Reads the input document that each decision rests on, asks the rules again and holds the answers against the record. ' +
        'A decision by another policy module is named: run the version of Proofrail that holds that module.',
    )
    .addOption(trustOption())
    .addOption(attachmentsOption())
    .addOption(new Option('--stream <id>', 'the decisions of this stream alone').argParser(given))
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail decision replay --ledger file:./ledger --trust trust.json'))
    .action((options: ReplayOptions) =>
      perform('decision-replay', options, async (session) =>
        (await import('./replay-decisions.ts')).replayDecisions(options, session),
      ),
    );
}
