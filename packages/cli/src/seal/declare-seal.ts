import { Option, type Command } from 'commander';
import { days } from '../options/days.ts';
import { given, givenEach } from '../options/given.ts';
import { attachmentsOption, examples, jsonOption } from '../options/shared-options.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { OutputOption } from '../options/output-option.ts';
import type { Perform } from '../session.ts';

export interface SealOptions extends LedgerAccess {
  readonly ledger: string;
  readonly logKey: string;
  readonly newLogKey?: boolean;
  readonly origin?: string;
  readonly days?: number;
  readonly tsa?: readonly string[];
  readonly witness?: readonly string[];
  readonly issuer?: readonly string[];
  readonly allReceipts?: boolean;
  readonly key?: string;
  readonly stream?: string;
  readonly attachments?: string;
  readonly saveCheckpoint?: string;
  readonly json?: boolean;
}

export function declareSeal(program: Command, perform: Perform): void {
  opensLedger(program.command('seal'))
    .summary('sign what a ledger holds by now, so that nothing of it can vanish unseen')
    .description(
      'Adds everything that was written since the last seal to the log of the ledger, and signs a checkpoint with a key that no writer ' +
        'holds. To be run on a schedule, and when a release goes out: it seals even when nothing changed, so that a sealer that was ' +
        'stopped is missed. What a dead sealer began is finished first.',
    )
    .addOption(
      new Option('--log-key <key>', 'the private key of the log: its file, or awskms:/// and the ARN of one')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--new-log-key',
        'once, when another key takes over: every trust file has to name it already (default: only the key of the newest seal)',
      ),
    )
    .addOption(
      new Option('--origin <name>', 'the name of the log, such as example.org/evidence (default: the one that it has)').argParser(
        given,
      ),
    )
    .addOption(
      new Option(
        '--days <number>',
        'note every record that is locked for fewer days (default: as the bucket locks by itself)',
      ).argParser(days),
    )
    .addOption(
      new OutputOption('--save-checkpoint <file>', 'keep the signed checkpoint: with it a log that was cut short is found'),
    )
    .addOption(
      new Option('--tsa <url>', 'have this time authority (RFC 3161) say that the checkpoint exists; may be repeated').argParser(
        givenEach,
      ),
    )
    .addOption(
      new Option('--witness <key-and-url>', 'have this witness cosign it: "name+hash+key https://…"; may be repeated').argParser(
        givenEach,
      ),
    )
    .addOption(
      new Option(
        '--issuer <name>',
        "fetch the keys of this issuer, record them, and countersign the platform's receipts that verify under them; may be repeated",
      ).argParser(givenEach),
    )
    .addOption(
      new Option('--key <key>', "with --issuer: the sealer's own key for records, as --log-key, and never the same").argParser(
        given,
      ),
    )
    .addOption(
      new Option('--stream <id>', 'with --issuer: where the keys are recorded, the id of the sealing repository').argParser(
        given,
      ),
    )
    .addOption(
      new Option(
        '--all-receipts',
        'with --issuer: look at every receipt again, not only at those of records that are newly sealed',
      ),
    )
    .addOption(attachmentsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail seal --ledger file:./ledger --log-key log.key --origin example.org/evidence',
        'proofrail seal --ledger file:./ledger --log-key log.key --issuer https://token.actions.githubusercontent.com --key sealer.key --stream 700003',
      ),
    )
    .action((options: SealOptions) =>
      perform('seal', options, async (session) => (await import('./seal.ts')).seal(options, session)),
    );
}
