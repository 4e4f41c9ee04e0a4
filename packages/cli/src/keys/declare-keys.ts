import { Option, type Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import type { Perform } from '../session.ts';

export interface NewKeyOptions {
  readonly out: string;
  readonly trust?: string;
  readonly origin: string;
  readonly json?: boolean;
}

export interface ShowKeyOptions {
  readonly log?: string;
  readonly json?: boolean;
}

export function declareKeys(program: Command, perform: Perform): void {
  const keys = program.command('keys').description('Keys that sign evidence.');
  keys
    .command('new')
    .description(
      'Makes an Ed25519 key (mode 0600), its public half beside it (.pub), and a trust file that names it. Nothing is ever overwritten.',
    )
    .addOption(new Option('--out <file>', 'the private key').argParser(given).makeOptionMandatory())
    .addOption(new Option('--trust <file>', 'the trust file (default: trust.json beside the key)').argParser(given))
    .addOption(
      new Option(
        '--origin <name>',
        'the name that the trust file gives to the ledger and to its log, such as example.org/evidence',
      )
        .argParser(given)
        .default('proofrail'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail keys new --out proofrail.key',
        'proofrail keys new --out ci.key --trust ci-trust.json --origin example.org/evidence',
      ),
    )
    .action((options: NewKeyOptions) =>
      perform('keys-new', options, async (session) => (await import('./new-key.ts')).newKey(options, session)),
    );
  keys
    .command('show')
    .description('Prints the id of a key, which records name, and its entry for a trust file.')
    .argument('<key>', 'file of the private or the public half, or awskms:/// and the ARN of a key', given)
    .addOption(new Option('--log <origin>', 'print the key of this log as log_keys of a trust file names it').argParser(given))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail keys show proofrail.key.pub',
        'proofrail keys show log.key.pub --log example.org/evidence',
        'proofrail keys show awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ),
    )
    .action((key: string, options: ShowKeyOptions) =>
      perform('keys-show', options, async (session) => (await import('./show-key.ts')).showKey(key, options, session)),
    );
}
