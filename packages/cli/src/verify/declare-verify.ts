import { Option, type Command } from 'commander';
import {
  lockedForOption,
  registryOption,
  attachmentsOption,
  examples,
  jsonOption,
  ledgerOption,
  publicLogKeyOption,
  receiptOption,
  trustOption,
} from '../options/shared-options.ts';
import { hours } from '../options/hours.ts';
import { given } from '../options/given.ts';
import { missingOption } from '../options/missing-option.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';
import type { LogKeyOptions } from '../ledger/log-keys.ts';
import type { VerifiableOptions } from './open-verifiable.ts';

export interface VerifyOptions extends LedgerAccess, VerifiableOptions {
  readonly since?: string;
  readonly sealedWithin?: number;
  readonly acceptAcknowledged?: boolean;
  readonly json?: boolean;
}

export interface VerifyProofOptions extends LogKeyOptions {
  readonly proof: string;
  readonly json?: boolean;
}

export interface VerifyLogOptions extends LogKeyOptions {
  readonly log: string;
  readonly json?: boolean;
}

/** Passed over in silence, each would let somebody believe that it was looked at. */
const OF_LEDGERS = [
  ...['attachments', 'receipt', 'stream', 'days', 'config', 'since', 'sealedWithin', 'acceptAcknowledged'],
  ...['s3Endpoint', 's3PathStyle', 'roleToAssume', 'roleAudience'],
];

export function declareVerify(program: Command, perform: Perform): void {
  opensLedger(program.command('verify'), ledgerOption().conflicts(['proof', 'logKey']))
    .summary('prove that nothing in a ledger was altered, removed or added')
    .description(
      'Reads every slot and record again. Without a trust file only the consistency of the ledger is shown: whoever holds any key ' +
        'could have written all of it. A receipt kept elsewhere shows a tail that was cut off.',
    )
    .addOption(
      new Option('--proof <file>', 'instead of a ledger: check that one record is sealed, without any network')
        .argParser(given)
        .conflicts(OF_LEDGERS),
    )
    .addOption(
      new Option(
        '--log <dir>',
        'instead of a ledger: check a log that "proofrail export" or another writer of C2SP tlog-tiles wrote',
      )
        .argParser(given)
        .conflicts(['ledger', 'proof', ...OF_LEDGERS]),
    )
    .addOption(publicLogKeyOption('for --proof and --log'))
    .addOption(trustOption())
    .addOption(attachmentsOption())
    .addOption(receiptOption())
    .addOption(new Option('--stream <id>', 'verify this stream alone').argParser(given))
    .addOption(lockedForOption())
    .addOption(registryOption())
    .addOption(
      new Option(
        '--since <checkpoint>',
        'a file, or the number of a seal, up to which all was verified before: read only what came later (needs --trust)',
      )
        .argParser(given)
        .conflicts(['stream', 'receipt']),
    )
    .addOption(
      new Option(
        '--sealed-within <hours>',
        'the newest seal must be so recent, by the word of a time authority or of witnesses in the trust file',
      )
        .argParser(hours)
        .conflicts(['stream']),
    )
    .addOption(
      new Option(
        '--accept-acknowledged',
        'let findings pass that a trusted key has acknowledged; they stay listed (needs --trust)',
      ),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail verify --ledger file:./ledger --trust trust.json',
        'proofrail verify --ledger file:./ledger --trust trust.json --receipt receipt.json --json',
        'proofrail verify --ledger file:./ledger --trust trust.json --since checkpoint.txt',
        'proofrail verify --proof record.tlog-proof --trust trust.json',
      ),
    )
    .action((options: Omit<VerifyOptions, 'ledger'> & { ledger?: string } & Partial<VerifyProofOptions & VerifyLogOptions>) => {
      const { ledger, proof, log } = options;
      if (log !== undefined) {
        return perform('verify-log', options, async () => (await import('./verify-log.ts')).verifyLog({ ...options, log }));
      }
      if (proof !== undefined) {
        const offline = { ...options, proof };
        return perform('verify-proof', options, async () => (await import('./verify-proof.ts')).verifyProof(offline));
      }
      return perform('verify', options, async (session) =>
        (await import('./verify.ts')).verify({ ...requireTrust(options), ledger: requireLedger(ledger) }, session),
      );
    });
}

function requireLedger(ledger: string | undefined): string {
  if (ledger !== undefined) return ledger;
  throw missingOption('what is to be verified: --ledger, --proof or --log', 'none of them', HELP);
}

/** Without a trust file nobody's word counts: the age of every seal would look like tampering, and no acknowledgement would be one. */
function requireTrust<Given extends Pick<VerifyOptions, 'trust' | 'sealedWithin' | 'acceptAcknowledged'>>(options: Given): Given {
  if (options.trust !== undefined) return options;
  if (options.sealedWithin !== undefined)
    throw missingOption('--trust beside --sealed-within: whose word about the time of a seal counts', 'no trust file', HELP);
  if (options.acceptAcknowledged === true)
    throw missingOption('--trust beside --accept-acknowledged: whose acknowledgement counts', 'no trust file', HELP);
  return options;
}

const HELP = 'run "proofrail verify --help"';
