import { Option, type Command } from 'commander';
import { DEFAULT_RETENTION_DAYS } from '@proofrail/core/controls';
import { days } from '../options/days.ts';
import { examples, jsonOption, registryOption } from '../options/shared-options.ts';
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
}
