import { Option, type Command } from 'commander';
import {
  attachmentsOption,
  examples,
  identitiesOption,
  jsonOption,
  keyOption,
  lockedForOption,
  receiptOption,
  registryOption,
  saveReceiptOption,
  trustOption,
} from '../options/shared-options.ts';
import { given } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { accountOption, publicKeysOption, readsTrail, trailOption, type TrailOptions } from '../options/trail-options.ts';
import type { Perform } from '../session.ts';
import type { VerifiableOptions } from '../verify/open-verifiable.ts';

export interface AcknowledgeOptions extends LedgerAccess, VerifiableOptions, Partial<TrailOptions> {
  readonly trust: string;
  readonly finding: string;
  readonly reason: string;
  readonly acknowledgedBy: string;
  readonly approvedBy: string;
  readonly yes?: boolean;
  readonly key?: string;
  readonly identities?: string;
  readonly saveReceipt?: string;
  readonly json?: boolean;
}

/** Passed over in silence, each would let somebody believe that it was looked at. */
const OF_LEDGERS = ['receipt', 'days', 'config'];

export function declareAcknowledge(program: Command, perform: Perform): void {
  readsTrail(opensLedger(program.command('acknowledge')))
    .summary(
      'accept one finding of "verify" or "cloudtrail verify", so that one bad object does not make a ledger useless for ever',
    )
    .description(
      'Verifies the ledger as "verify" does, or with --trail as "cloudtrail verify" does, and records that two people know of one of its findings and live with it. It stays in every ' +
        'report; "--accept-acknowledged" of the same verifier lets it pass. A finding of the same kind over other bytes is not covered. Without --yes it ' +
        'only says what it would do.',
    )
    .addOption(trustOption().makeOptionMandatory())
    .addOption(
      new Option('--finding <digest>', 'the finding, as the verifier prints it: sha256:…').argParser(given).makeOptionMandatory(),
    )
    .addOption(
      new Option('--reason <text>', 'why it is accepted: at most 500 characters that stay readable for ever')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--acknowledged-by <account>', 'who looked: the number of an account at GitHub, bot:NUMBER or service:NAME')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--approved-by <account>', 'who agreed: the number of somebody else, never a machine')
        .argParser(given)
        .makeOptionMandatory(),
    )
    .addOption(trailOption().conflicts(OF_LEDGERS))
    .addOption(accountOption())
    .addOption(publicKeysOption())
    .addOption(new Option('--yes', 'do it'))
    .addOption(attachmentsOption())
    .addOption(receiptOption())
    .addOption(lockedForOption())
    .addOption(registryOption())
    .addOption(
      new Option('--stream <id>', 'stream that it is recorded in (default: the one that the finding is about)').argParser(given),
    )
    .addOption(keyOption())
    .addOption(identitiesOption())
    .addOption(saveReceiptOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        "proofrail acknowledge --ledger file:./ledger --trust trust.json --finding sha256:… --reason 'A broken disk, restored from the copy' " +
          '--acknowledged-by 583231 --approved-by 9919 --key officer.key --yes',
        "proofrail acknowledge --trail 's3://acme-trail?region=eu-central-1&owner=210987654321' --account 123456789012 --public-keys keys.json " +
          "--since 2026-10-01 --until 2026-12-31 --ledger 's3://acme-evidence?region=eu-central-1&owner=123456789012' --trust trust.json " +
          "--finding sha256:… --reason 'Pull request 12 of the infrastructure' --acknowledged-by 583231 --approved-by 9919 --key officer.key --yes",
      ),
    )
    .action((options: AcknowledgeOptions) =>
      perform('acknowledge', options, async (session) =>
        (await import('./acknowledge-finding.ts')).acknowledgeFinding(options, session),
      ),
    );
}
