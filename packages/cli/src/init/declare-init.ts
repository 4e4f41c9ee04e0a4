import { InvalidArgumentError, Option, type Command } from 'commander';
import { examples, jsonOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import type { Perform } from '../session.ts';

const INIT_MODES = ['repository', 'organisation'] as const;

export interface InitOptions {
  readonly mode: (typeof INIT_MODES)[number];
  readonly pin?: string;
  readonly gate?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function declareInit(program: Command, perform: Perform): void {
  program
    .command('init')
    .summary('put a repository, or an organisation, under the gate')
    .description(
      'Shows what it would write: workflows, .proofrail/, a ruleset to import, a pre-commit configuration. Writes with --yes alone, all ' +
        'of it or nothing. A file of yours that differs is shown and never overwritten; what you filled into .proofrail/ and your pre-commit configuration stay.',
    )
    .argument('[dir]', 'the repository; for an organisation, the one that holds its required workflow', given, '.')
    .addOption(
      new Option('--mode <mode>', 'a check of one repository, or a workflow that an organisation requires')
        .choices(INIT_MODES)
        .default('repository'),
    )
    .addOption(
      new Option('--pin <commit>', 'the commit of Proofrail that you reviewed, for the workflows to name').argParser(commit),
    )
    .addOption(
      new Option('--gate <owner/repository>', 'for an organisation: the repository that holds its gate, this one').argParser(
        repository,
      ),
    )
    .addOption(new Option('--yes', 'write the files'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('proofrail init', 'proofrail init --yes', 'proofrail init ./gate --mode organisation --gate acme/gate --yes'),
    )
    .action((folder: string, options: InitOptions) =>
      perform('init', options, async () => (await import('./run-init.ts')).runInit(folder, options)),
    );
}

function commit(value: string): string {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(given(value))) return value;
  throw new InvalidArgumentError('It is no full lower-case commit id: a tag or branch can be moved.');
}

function repository(value: string): string {
  if (/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(given(value))) return value;
  throw new InvalidArgumentError('It is no owner/repository.');
}
