import { Option, type Command } from 'commander';
import { examples, jsonOption, ledgerOption } from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { instant } from '../options/instant.ts';
import { leavesRecord, type RecordLeaving } from '../options/leaves-record.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import type { Perform } from '../session.ts';

export interface ShowRecordOptions extends LedgerAccess {
  readonly as: 'statement' | 'control-facts';
  readonly ledger?: string;
  readonly json?: boolean;
}

export interface DeploymentOptions extends RecordLeaving {
  readonly image: string;
  readonly environment: string;
  readonly status: 'success' | 'failure' | 'cancelled';
  readonly commit?: string;
  readonly json?: boolean;
}

export interface KeyEventOptions extends RecordLeaving {
  readonly about?: string;
  readonly kmsKey?: string;
  readonly event: 'created' | 'rotated' | 'retired' | 'compromised';
  readonly successor?: string;
  readonly compromisedFrom?: number;
  readonly reason?: string;
  readonly json?: boolean;
}

export function declareRecord(program: Command, perform: Perform): void {
  const record = program.command('record').description('Single records of evidence.');
  declareShow(record, perform);
  declareDeployment(record, perform);
  declareKeyEvent(record, perform);
}

function declareDeployment(record: Command, perform: Perform): void {
  leavesRecord(
    opensLedger(record.command('deployment'))
      .description('Records that an image went to an environment, and how that ended. A failed deployment is evidence too.')
      .addOption(
        new Option('--image <name@digest>', 'what was deployed, as name@sha256:…').argParser(given).makeOptionMandatory(),
      )
      .addOption(new Option('--environment <name>', 'where to, such as production').argParser(given).makeOptionMandatory())
      .addOption(new Option('--status <end>', 'how it ended').choices(['success', 'failure', 'cancelled']).makeOptionMandatory())
      .addOption(new Option('--commit <id>', 'full id of the commit that it is about').argParser(given)),
  )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail record deployment --image ghcr.io/acme/web@sha256:… --environment production --status success --ledger file:./ledger',
      ),
    )
    .action((options: DeploymentOptions) =>
      perform('record-deployment', options, async (session) =>
        (await import('./record-deployment.ts')).recordDeployment(options, session),
      ),
    );
}

function declareKeyEvent(record: Command, perform: Perform): void {
  leavesRecord(
    opensLedger(record.command('key-event'))
      .description(
        'Records what became of a key that signs or encrypts evidence. The trust file says which keys count when; this is the history that an ' +
          'auditor compares it with, and "cloudtrail verify" with what AWS saw.',
      )
      .addOption(new Option('--about <key-id>', 'the key, as "proofrail keys show" prints it').argParser(given))
      .addOption(new Option('--kms-key <arn>', 'the same key as KMS names it; alone for one that only encrypts').argParser(given))
      .addOption(
        new Option('--event <event>', 'what became of it')
          .choices(['created', 'rotated', 'retired', 'compromised'])
          .makeOptionMandatory(),
      )
      .addOption(
        new Option(
          '--successor <key-id>',
          'the key that signs from now on; rotated needs one, but for --kms-key alone',
        ).argParser(given),
      )
      .addOption(
        new Option(
          '--compromised-from <time>',
          'from when on somebody else may have signed with it; compromised needs one',
        ).argParser((text: string) => instant(text)),
      )
      .addOption(new Option('--reason <text>', 'why: recorded as digest and length').argParser(given)),
  )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail record key-event --about sha256:… --event rotated --successor sha256:… --ledger file:./ledger',
        'proofrail record key-event --kms-key arn:aws:kms:eu-central-1:123456789012:key/… --event retired --ledger file:./ledger',
        'proofrail record key-event --about sha256:… --event compromised --compromised-from 2026-11-21T04:00:00Z --ledger file:./ledger',
      ),
    )
    .action((options: KeyEventOptions) =>
      perform('record-key-event', options, async (session) =>
        (await import('./record-key-event.ts')).recordKeyEvent(options, session),
      ),
    );
}

function declareShow(record: Command, perform: Perform): void {
  opensLedger(record.command('show'), ledgerOption())
    .description(
      'Shows one record, by its file or, with --ledger, by its digest. It says what the record claims; who signed it is for "verify" to say.',
    )
    .argument('<record>', 'file of a record, or sha256:… of one in the ledger', given)
    .addOption(
      new Option('--as <form>', 'the whole Statement, or the six fields that people ask for per control')
        .choices(['statement', 'control-facts'])
        .default('statement'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail record show sha256:… --ledger file:./ledger --as control-facts',
        'proofrail record show ledger/v1/records/700001/1795237455438-… --json',
      ),
    )
    .action((name: string, options: ShowRecordOptions) =>
      perform('record-show', options, async (session) => (await import('./show-record.ts')).showRecord(name, options, session)),
    );
}
