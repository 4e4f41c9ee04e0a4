import { InvalidArgumentError, Option, type Command } from 'commander';
import { given, givenEach } from '../options/given.ts';
import { instant } from '../options/instant.ts';
import { attachmentsOption, examples, jsonOption, trustOption } from '../options/shared-options.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface CloudTrailVerifyOptions extends LedgerAccess {
  readonly trail: string;
  readonly trailBucket?: string;
  readonly trailPrefix?: string;
  readonly account: string;
  readonly publicKeys: readonly string[];
  readonly ledger: string;
  readonly ledgerBucket?: string;
  readonly kmsKey?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  readonly trust?: string;
  readonly attachments?: string;
  readonly acceptAcknowledged?: boolean;
  readonly json?: boolean;
}

function accountId(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  throw new InvalidArgumentError('An account has twelve digits.');
}

export function declareCloudTrail(program: Command, perform: Perform): void {
  const cloudtrail = program.command('cloudtrail').description('What AWS itself recorded about the bucket of a ledger.');
  opensLedger(cloudtrail.command('verify'))
    .summary('check a CloudTrail trail, and hold it against the ledger')
    .description(
      'Checks the digest and log files of a trail, in its bucket or as "aws s3 sync" copies them, by the public keys of AWS that you give. Then ' +
        'each write, deletion and change of a setting that AWS recorded has to stand in the ledger, and each object of the ledger in the ' +
        'trail. Copies of both need no network.',
    )
    .addOption(
      new Option('--trail <place>', 'the bucket that the trail writes into, s3://bucket/prefix?region=…, or a folder with a copy')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--trail-bucket <name>', 'for a copy in a folder: name of that bucket').argParser(given))
    .addOption(
      new Option('--trail-prefix <prefix>', 'for a copy in a folder: what stands before AWSLogs/ in that bucket').argParser(
        given,
      ),
    )
    .addOption(new Option('--account <id>', 'account whose calls the trail records').argParser(accountId).makeOptionMandatory())
    .addOption(
      new Option('--public-keys <file>', 'what "aws cloudtrail list-public-keys" printed; may be given several times')
        .argParser(givenEach)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--ledger-bucket <uri>', 'for a copy in a folder: where the ledger lies, s3://bucket/prefix?region=…').argParser(
        given,
      ),
    )
    .addOption(
      new Option(
        '--kms-key <arn>',
        'a key of the ledger; may be given several times (default: each key of the account)',
      ).argParser(givenEach),
    )
    .addOption(new Option('--since <time>', 'from this UTC day or time on (default: since the trail began)').argParser(instant))
    .addOption(
      new Option('--until <time>', 'when the copy was made; a day is included whole (default: now)').argParser((text) =>
        instant(text, 'end'),
      ),
    )
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
        (await import('../cloudtrail/verify-cloudtrail.ts')).verifyCloudTrail(options, session),
      ),
    );
}
