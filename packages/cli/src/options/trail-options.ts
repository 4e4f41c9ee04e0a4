import { InvalidArgumentError, Option, type Command } from 'commander';
import { given, givenEach } from './given.ts';
import { instant } from './instant.ts';

/** What a command line says about a trail of AWS CloudTrail, and about the bucket that it watched. */
export interface TrailOptions {
  readonly trail: string;
  readonly trailBucket?: string;
  readonly trailPrefix?: string;
  readonly account: string;
  readonly publicKeys: readonly string[];
  readonly ledgerBucket?: string;
  readonly kmsKey?: readonly string[];
  readonly since?: number;
  readonly until?: number;
}

function accountId(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  throw new InvalidArgumentError('An account has twelve digits.');
}

export const trailOption = () =>
  new Option(
    '--trail <place>',
    'the bucket that the trail writes into, s3://bucket/prefix?region=…, or a folder with a copy',
  ).argParser(given);

export const accountOption = () => new Option('--account <id>', 'account whose calls the trail records').argParser(accountId);

export const publicKeysOption = () =>
  new Option('--public-keys <file>', 'what "aws cloudtrail list-public-keys" printed; may be given several times').argParser(
    givenEach,
  );

/** What a trail is read with, beside the three options without which there is none. */
export function readsTrail(command: Command): Command {
  return command
    .addOption(new Option('--trail-bucket <name>', 'for a copy in a folder: name of that bucket').argParser(given))
    .addOption(
      new Option('--trail-prefix <prefix>', 'for a copy in a folder: what stands before AWSLogs/ in that bucket').argParser(
        given,
      ),
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
    );
}
