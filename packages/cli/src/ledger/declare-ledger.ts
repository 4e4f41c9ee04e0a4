import { Option, type Command } from 'commander';
import { DEFAULT_RETENTION_DAYS } from '@proofrail/core/controls';
import { days } from '../options/days.ts';
import { given } from '../options/given.ts';
import { attachmentsOption, examples, jsonOption, registryOption, trustOption } from '../options/shared-options.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface LedgerOptions extends LedgerAccess {
  readonly ledger: string;
  readonly days: number;
  readonly config?: string;
  readonly json?: boolean;
}

export interface LedgerInitOptions extends LedgerOptions {
  readonly yes?: boolean;
}

export interface LedgerLengthenOptions extends LedgerAccess {
  readonly ledger: string;
  readonly config: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly stream?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const EXAMPLE = 's3://example-evidence?region=eu-central-1&owner=123456789012';

const daysOption = () =>
  new Option('--days <number>', 'for how long each object is locked').argParser(days).default(DEFAULT_RETENTION_DAYS);

export function declareLedger(program: Command, perform: Perform): void {
  const ledger = program.command('ledger').description('The bucket that a ledger lies in.');
  opensLedger(ledger.command('init'))
    .summary('make a bucket under Object Lock in COMPLIANCE mode')
    .description(
      'Makes the bucket of a ledger: versions, Object Lock with a COMPLIANCE default, nothing public, TLS only, and the KMS key that the ' +
        'address names. What is written there then stays for that long, and so do its costs. Without --yes it only says what it would do.',
    )
    .addOption(daysOption())
    .addOption(registryOption())
    .addOption(new Option('--yes', 'do it'))
    .addOption(jsonOption())
    .addHelpText('after', examples(`proofrail ledger init --ledger '${EXAMPLE}' --days 2555 --config .proofrail --yes`))
    .action((options: LedgerInitOptions) =>
      perform('ledger-init', options, async (session) => (await import('./init-ledger.ts')).initLedger(options, session)),
    );
  opensLedger(ledger.command('doctor'))
    .summary('say for each promise of a ledger whether a bucket keeps it')
    .description('Reads the settings of a bucket and says for each promise of a ledger whether it holds there. Writes nothing.')
    .addOption(daysOption())
    .addOption(registryOption())
    .addOption(jsonOption())
    .addHelpText('after', examples(`proofrail ledger doctor --ledger '${EXAMPLE}' --config .proofrail`))
    .action((options: LedgerOptions) =>
      perform('ledger-doctor', options, async (session) => (await import('./examine-ledger.ts')).examineLedger(options, session)),
    );
  declareLengthen(ledger, perform);
}

function declareLengthen(ledger: Command, perform: Perform): void {
  opensLedger(ledger.command('lengthen'))
    .summary('lengthen the locks of evidence that the registry keeps for longer than all')
    .description(
      'Looks for every record whose kind the registry keeps for longer than the bucket locks all (evidence.kinds), and lengthens its lock, with ' +
        'those of everything that is needed to read and prove it when the rest is gone. Only ever longer, in COMPLIANCE mode: nobody can take ' +
        'it back. To be run on a schedule, in the role of the keeper. Without --yes it only says what it would do.',
    )
    .addOption(
      new Option('--config <dir>', 'a folder .proofrail: its registry says which kinds are kept for longer')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(trustOption())
    .addOption(attachmentsOption())
    .addOption(new Option('--stream <id>', 'the records of this stream alone').argParser(given))
    .addOption(new Option('--yes', 'do it'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(`proofrail ledger lengthen --ledger '${EXAMPLE}' --config .proofrail --trust trust.json --yes`),
    )
    .action((options: LedgerLengthenOptions) =>
      perform('ledger-lengthen', options, async (session) =>
        (await import('./lengthen-ledger.ts')).lengthenLedger(options, session),
      ),
    );
}
