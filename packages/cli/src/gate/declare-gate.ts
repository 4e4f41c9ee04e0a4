import { Option, type Command } from 'commander';
import {
  attachmentsOption,
  configOption,
  examples,
  jsonOption,
  keyOption,
  identitiesOption,
  saveReceiptOption,
} from '../options/shared-options.ts';
import { given, givenEach } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface GateOptions extends LedgerAccess {
  readonly facts: string;
  readonly report?: readonly string[];
  readonly reports?: string;
  readonly config: string;
  readonly ledger: string;
  readonly key?: string;
  readonly attachments?: string;
  readonly identities?: string;
  readonly saveReceipt?: string;
  readonly json?: boolean;
}

export function declareGate(program: Command, perform: Perform): void {
  opensLedger(
    program.command('gate'),
    new Option('--ledger <uri>', 'where evidence goes, or "none": then nothing is recorded')
      .argParser(given)
      .makeOptionMandatory(),
  )
    .summary('judge one change by your controls, and record the decision')
    .description(
      'Judges the change that a facts document describes. The decision is recorded first and the exit code comes afterwards. Facts from ' +
        'a file are marked "given, not read" in every record.',
    )
    .addOption(
      new Option('--facts <file>', 'facts document of the change, or - for standard input')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--report <file...>', 'scan reports that the facts name by digest').argParser(givenEach))
    .addOption(new Option('--reports <dir>', 'a folder of them, such as "proofrail facts" writes').argParser(given))
    .addOption(configOption())
    .addOption(keyOption())
    .addOption(attachmentsOption())
    .addOption(identitiesOption())
    .addOption(saveReceiptOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail gate --facts facts.json --report semgrep.sarif --config .proofrail --ledger none',
        'proofrail gate --facts facts.json --reports facts.reports --config facts.proofrail --ledger none',
        'proofrail gate --facts facts.json --report *.sarif --ledger file:./ledger --key proofrail.key --json',
      ),
    )
    .action((options: GateOptions) =>
      perform('gate', options, async (session) => (await import('./run-gate.ts')).runGate(options, session)),
    );
}
