import { Option, type Command } from 'commander';
import { attachmentsOption, examples, jsonOption, trustOption } from '../options/shared-options.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { accountOption, publicKeysOption, readsTrail, trailOption, type TrailOptions } from '../options/trail-options.ts';
import type { Perform } from '../session.ts';

export interface CloudTrailVerifyOptions extends LedgerAccess, TrailOptions {
  readonly ledger: string;
  readonly trust?: string;
  readonly attachments?: string;
  readonly acceptAcknowledged?: boolean;
  readonly json?: boolean;
}

export function declareCloudTrail(program: Command, perform: Perform): void {
  const cloudtrail = program.command('cloudtrail').description('What AWS itself recorded about the bucket of a ledger.');
  readsTrail(opensLedger(cloudtrail.command('verify')))
    .summary('check a CloudTrail trail, and hold it against the ledger')
    .description(
      'Checks the digest and log files of a trail, in its bucket or as "aws s3 sync" copies them, by the public keys of AWS that you give. Then ' +
        'each write, deletion and change of a setting that AWS recorded has to stand in the ledger, and each object of the ledger in the ' +
        'trail. Copies of both need no network.',
    )
    .addOption(trailOption().makeOptionMandatory())
    .addOption(accountOption().makeOptionMandatory())
    .addOption(publicKeysOption().makeOptionMandatory())
    .addOption(trustOption())
    .addOption(attachmentsOption())
    .addOption(new Option('--accept-acknowledged', 'let findings pass that a trusted key has acknowledged; they stay listed'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        "proofrail cloudtrail verify --trail 's3://acme-trail?region=eu-central-1&owner=210987654321' --account 123456789012 --public-keys keys.json " +
          "--ledger 's3://acme-evidence?region=eu-central-1&owner=123456789012' --trust trust.json --since 2026-10-01",
        'proofrail cloudtrail verify --trail ./trail --trail-bucket acme-trail --account 123456789012 --public-keys keys.json ' +
          "--ledger file:./ledger --ledger-bucket 's3://acme-evidence?region=eu-central-1'",
      ),
    )
    .action((options: CloudTrailVerifyOptions) =>
      perform('cloudtrail-verify', options, async (session) =>
        (await import('./verify-cloudtrail.ts')).verifyCloudTrail(options, session),
      ),
    );
}
