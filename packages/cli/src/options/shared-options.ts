import { Option } from 'commander';
import { days } from './days.ts';
import { given, givenEach } from './given.ts';
import { OutputOption } from './output-option.ts';

// Options that several commands share, so that they are spelled and explained alike everywhere.

export const jsonOption = () => new Option('--json', 'print one JSON document, described in docs/cli-json.md');

export const ledgerOption = () =>
  new Option('--ledger <uri>', 'the ledger, such as file:./ledger or s3://bucket/prefix').argParser(given);

export const identitiesOption = () =>
  new Option(
    '--identities <uri>',
    'where the keys behind pseudonyms lie: a folder or a bucket without a lock (default: LEDGER.identities beside a file: ledger)',
  ).argParser(given);

export const configOption = () =>
  new Option('--config <dir>', 'the folder with controls, roles and exceptions').argParser(given).default('.proofrail');

export const registryOption = () =>
  new Option('--config <dir>', 'a folder .proofrail: its registry says for how long evidence has to be kept at least').argParser(
    given,
  );

/** For commands that verify: what each of them asks of a lock. */
export const lockedForOption = () =>
  new Option(
    '--days <number>',
    'for how long each object of a bucket must be locked (default: as the registry of --config asks, else as the bucket locks by itself; never less than that)',
  ).argParser(days);

export const keyOption = () =>
  new Option(
    '--key <key>',
    'private key made by "proofrail keys new", or awskms:/// and the ARN of a key (default: $PROOFRAIL_KEY, else the one beside a file: ledger)',
  ).argParser(given);

export const saveReceiptOption = () =>
  new OutputOption('--save-receipt <file>', 'keep the receipt of the last record: with it a cut tail is found');

export const trustOption = () =>
  new Option('--trust <file>', 'trust file: whose signatures count, where streams begin').argParser(given);

/** The public half: what an auditor pins. `purpose`: for what it is asked. */
export const publicLogKeyOption = (purpose: string) =>
  new Option(
    '--log-key <key>',
    `${purpose}: a key of the log, as "proofrail seal" prints it; may be given several times`,
  ).argParser(givenEach);

export const attachmentsOption = () =>
  new Option(
    '--attachments <uri>',
    "where the platform's identity tokens and the originals of reports and facts lie (default: the folder LEDGER.attachments beside a file: ledger)",
  ).argParser(given);

export const receiptOption = () =>
  new Option('--receipt <file>', 'a receipt that was kept elsewhere; may be given several times').argParser(givenEach);

export const acceptGivenOption = () =>
  new Option('--accept-given', 'let records count that rest on facts handed over in a file (file: ledgers only)');

export const apiUrlOption = () =>
  new Option('--api-url <url>', 'the API of a GitHub Enterprise Server: the token goes there')
    .argParser(given)
    .default('https://api.github.com');

/** Examples under a command's help; each is one that works. */
export const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
