import type { Command } from 'commander';
import { examples, jsonOption, publicLogKeyOption, trustOption } from '../options/shared-options.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { OutputOption } from '../options/output-option.ts';
import type { Perform } from '../session.ts';
import type { LogKeyOptions } from '../ledger/log-keys.ts';

export interface ExportOptions extends LedgerAccess, LogKeyOptions {
  readonly ledger: string;
  readonly out: string;
  readonly json?: boolean;
}

export function declareExport(program: Command, perform: Perform): void {
  opensLedger(program.command('export'))
    .summary('write the log of a ledger as files that other tools for transparency logs read')
    .description(
      'Writes the newest signed checkpoint of a ledger with every tile and bundle up to it, laid out as C2SP tlog-tiles says, partial ' +
        'ones too: for an auditor who trusts other tools more than ours. No evidence leaves the ledger, only digests. Name the key of the log, by --trust or ' +
        '--log-key: then only signatures that verify are written, and one that somebody planted in the ledger cannot spoil the log.',
    )
    .addOption(new OutputOption('--out <dir>', 'a folder that is not there yet', 'folder').makeOptionMandatory())
    .addOption(trustOption())
    .addOption(publicLogKeyOption('whose signature counts, beside --trust'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail export --ledger file:./ledger --trust trust.json --out log',
        'proofrail verify --log log --trust trust.json',
      ),
    )
    .action((options: ExportOptions) =>
      perform('export', options, async (session) => (await import('./export.ts')).exportLedger(options, session)),
    );
}
