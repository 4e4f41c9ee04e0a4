import { Option, type Command } from 'commander';
import type { StoreOptions } from '@proofrail/machine/store-options';
import { given } from '../options/given.ts';
import {
  examples,
  jsonOption,
  ledgerOption,
  roleAudienceOption,
  roleToAssumeOption,
  s3EndpointOption,
  s3PathStyleOption,
} from '../options/shared-options.ts';
import type { Perform } from '../session.ts';

export interface ProveOptions extends StoreOptions {
  readonly roleToAssume?: string;
  readonly roleAudience: string;
  readonly ledger: string;
  readonly out: string;
  readonly json?: boolean;
}

export function declareProve(program: Command, perform: Perform): void {
  program
    .command('prove')
    .summary('write a proof that a record is sealed, which anybody can check offline')
    .description(
      'Writes a C2SP tlog-proof: the place of the record in the log, the hashes that lead from it to the newest signed checkpoint, and ' +
        'that checkpoint. Whoever knows the public key of the log needs nothing else to check it.',
    )
    .argument('<record>', 'SHA-256 of the record, as sha256:…', given)
    .addOption(ledgerOption().makeOptionMandatory())
    .addOption(new Option('--out <file>', 'where the proof goes').argParser(given).makeOptionMandatory())
    .addOption(s3EndpointOption())
    .addOption(s3PathStyleOption())
    .addOption(roleToAssumeOption())
    .addOption(roleAudienceOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail prove sha256:… --ledger file:./ledger --out record.tlog-proof'))
    .action((record: string, options: ProveOptions) =>
      perform('prove', options, async (session) => (await import('../seal/prove.ts')).prove(record, options, session)),
    );
}
