import { Option, type Command } from 'commander';
import {
  acceptGivenOption,
  attachmentsOption,
  apiUrlOption,
  examples,
  jsonOption,
  keyOption,
  identitiesOption,
  saveReceiptOption,
  trustOption,
} from '../options/shared-options.ts';
import { given, givenEach } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface VerifyMergesOptions extends LedgerAccess {
  readonly repository: string;
  readonly branch: string;
  readonly since?: string;
  readonly sinceLast?: boolean;
  readonly github?: string;
  readonly pushedBy?: string;
  readonly apiUrl: string;
  readonly facts?: readonly string[];
  readonly ledger: string;
  readonly stream?: string;
  readonly trust?: string;
  readonly acceptGiven?: boolean;
  readonly record?: boolean;
  readonly key?: string;
  readonly identities?: string;
  readonly attachments?: string;
  readonly saveReceipt?: string;
  readonly json?: boolean;
}

export function declareMerges(program: Command, perform: Perform): void {
  const merges = program.command('merges').description('What really landed on a protected branch.');
  opensLedger(merges.command('verify'))
    .summary('hold every new commit of a branch against the change that was allowed')
    .description(
      'Walks the first parents of a branch. Each commit must come from a merged pull request with an allow decision, and its tree must be ' +
        'what that change gives on the parent it got. Git computes this beside the repository; nothing that lies in it is run. GitHub is asked ' +
        'with the token in GITHUB_TOKEN or GH_TOKEN.',
    )
    .addOption(new Option('--repository <dir>', 'a clone with its whole history').argParser(given).default('.'))
    .addOption(new Option('--branch <name>', 'the protected branch').argParser(given).makeOptionMandatory())
    .addOption(new Option('--since <commit>', 'full id of the last commit that was checked').argParser(given))
    .addOption(new Option('--since-last', 'from where the newest check in the ledger ended').conflicts('since'))
    .addOption(
      new Option(
        '--github <owner/repository>',
        'ask GitHub which pull requests the commits belong to (default: $GITHUB_REPOSITORY)',
      )
        .argParser(given)
        .conflicts('facts'),
    )
    .addOption(
      new Option('--pushed-by <id>', 'account that moved the branch, by number: the event knows, GitHub does not').argParser(
        given,
      ),
    )
    .addOption(apiUrlOption())
    .addOption(
      new Option('--facts <file...>', 'take that from files instead, without network (docs/merges.md)').argParser(givenEach),
    )
    .addOption(new Option('--stream <id>', 'stream of the ledger (default: the repository that the facts name)').argParser(given))
    .addOption(trustOption())
    .addOption(acceptGivenOption())
    .addOption(new Option('--record', 'leave change.merged and change.bypass records'))
    .addOption(keyOption())
    .addOption(identitiesOption())
    .addOption(attachmentsOption())
    .addOption(saveReceiptOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail merges verify --github acme/payments --branch main --since-last --ledger file:./ledger --trust trust.json --record',
        'proofrail merges verify --branch main --since-last --facts pulls.json --ledger file:./ledger --trust trust.json --record',
      ),
    )
    .action((options: VerifyMergesOptions) =>
      perform('merges-verify', options, async (session) => (await import('./verify-merges.ts')).verifyMerges(options, session)),
    );
}
