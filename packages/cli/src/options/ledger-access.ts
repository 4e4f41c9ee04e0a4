import { Option, type Command } from 'commander';
import type { StoreOptions } from '@proofrail/machine';
import { given } from './given.ts';
import { ledgerOption } from './shared-options.ts';

/** What a command line says about how to reach a ledger. */
export interface LedgerAccess extends StoreOptions {
  readonly roleToAssume?: string;
  /** Absent: the one that our Terraform asks for. */
  readonly roleAudience?: string;
}

/** Lets a command open a ledger: whatever reaches one of them reaches it from every command. */
export function opensLedger(command: Command, ledger: Option = ledgerOption().makeOptionMandatory()): Command {
  return command
    .addOption(ledger)
    .addOption(s3EndpointOption())
    .addOption(new Option('--s3-path-style', 'address buckets by path on that server'))
    .addOption(roleToAssumeOption())
    .addOption(
      new Option('--role-audience <name>', 'for whom the token is that opens the role (default: proofrail:ledger)').argParser(
        given,
      ),
    );
}

/** The only way to a server that is not AWS: an environment that could name one would be a way to lead evidence elsewhere. */
const s3EndpointOption = () =>
  new Option('--s3-endpoint <url>', 'a server that speaks S3 and is not AWS, for s3:// ledgers').argParser(given);

const roleToAssumeOption = () =>
  new Option(
    '--role-to-assume <arn>',
    "in a job with the permission id-token: the role that opens an s3:// ledger (default: the environment's credentials)",
  ).argParser(given);
