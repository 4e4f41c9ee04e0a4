import { Option, type Command } from 'commander';
import { examples, jsonOption, ledgerOption } from '../options/common.ts';
import { given } from '../options/given.ts';
import type { Perform } from '../session.ts';

export interface ShowRecordOptions {
  readonly as: 'statement' | 'control-facts';
  readonly ledger?: string;
  readonly json?: boolean;
}

export function declareRecord(program: Command, perform: Perform): void {
  const record = program.command('record').description('Single records of evidence.');
  record
    .command('show')
    .description(
      'Shows one record, by its file or, with --ledger, by its digest. It says what the record claims; who signed it is for "verify" to say.',
    )
    .argument('<record>', 'file of a record, or sha256:… of one in the ledger', given)
    .addOption(
      new Option('--as <form>', 'the whole Statement, or the six fields that people ask for per control')
        .choices(['statement', 'control-facts'])
        .default('statement'),
    )
    .addOption(ledgerOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail record show sha256:… --ledger file:./ledger --as control-facts',
        'proofrail record show ledger/v1/records/700001/1795237455438-… --json',
      ),
    )
    .action((name: string, options: ShowRecordOptions) =>
      perform('record-show', options, async () => (await import('../record/show-record.ts')).showRecord(name, options)),
    );
}
