import type { Command } from 'commander';
import { given } from '../options/given.ts';
import { examples, jsonOption, publicLogKeyOption, trustOption } from '../options/shared-options.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { OutputOption } from '../options/output-option.ts';
import type { Perform } from '../session.ts';
import type { LogKeyOptions } from '../ledger/log-keys.ts';

export interface ProveOptions extends LedgerAccess, LogKeyOptions {
  readonly ledger: string;
  readonly out: string;
  readonly json?: boolean;
}

export function declareProve(program: Command, perform: Perform): void {
  opensLedger(program.command('prove'))
    .summary('write a proof that a record is sealed, which anybody can check offline')
    .description(
      'Writes a C2SP tlog-proof: the place of the record in the log, the hashes that lead from it to the newest signed checkpoint, and ' +
        'that checkpoint. Whoever knows the public key of the log needs nothing else to check it. Name that key, by --trust or --log-key: ' +
        'then only signatures that verify go into the proof, and one that somebody planted in the ledger cannot spoil it.',
    )
    .argument('<record>', 'SHA-256 of the record, as sha256:…', given)
    .addOption(new OutputOption('--out <file>', 'where the proof goes').makeOptionMandatory())
    .addOption(trustOption())
    .addOption(publicLogKeyOption('whose signature counts, beside --trust'))
    .addOption(jsonOption())
    .addHelpText('after', examples('proofrail prove sha256:… --ledger file:./ledger --trust trust.json --out record.tlog-proof'))
    .action((record: string, options: ProveOptions) =>
      perform('prove', options, async (session) => (await import('./prove.ts')).prove(record, options, session)),
    );
}
