import { Option, type Command } from 'commander';
import {
  attachmentsOption,
  examples,
  jsonOption,
  lockedForOption,
  receiptOption,
  registryOption,
  trustOption,
} from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { instant } from '../options/instant.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { OutputOption } from '../options/output-option.ts';
import type { Perform } from '../session.ts';
import type { VerifiableOptions } from '../verify/open-verifiable.ts';

export interface ReportOptions extends LedgerAccess, VerifiableOptions {
  readonly out: string;
  readonly control?: string;
  readonly from?: number;
  readonly to?: number;
  readonly json?: boolean;
}

export function declareReport(program: Command, perform: Perform): void {
  opensLedger(program.command('report'))
    .summary('write one self-contained page for an auditor')
    .description(
      'Verifies the ledger first and says on the page what came out. Ends as "verify" would; the page is written all the same.',
    )
    .addOption(new OutputOption('--out <file>', 'where to write the page').makeOptionMandatory())
    .addOption(trustOption())
    .addOption(attachmentsOption())
    .addOption(receiptOption())
    .addOption(lockedForOption())
    .addOption(registryOption())
    .addOption(new Option('--stream <id>', 'this stream alone').argParser(given))
    .addOption(new Option('--control <id>', 'only what supports this control, such as A.8.32').argParser(given))
    .addOption(new Option('--from <time>', 'from this UTC day or time on').argParser(instant))
    .addOption(
      new Option('--to <time>', 'until before this time; a day is included whole').argParser((text) => instant(text, 'end')),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail report --ledger file:./ledger --trust trust.json --out report.html',
        'proofrail report --ledger file:./ledger --out q4.html --control A.8.32 --from 2026-10-01 --to 2026-12-31',
      ),
    )
    .action((options: ReportOptions) =>
      perform('report', options, async (session) => (await import('./write-report.ts')).writeReport(options, session)),
    );
}
