import { Option, type Command } from 'commander';
import { given } from '../options/given.ts';
import { opensLedger, type LedgerAccess } from '../options/ledger-access.ts';
import { examples, jsonOption } from '../options/shared-options.ts';
import type { Perform } from '../session.ts';

export interface PersonOptions extends LedgerAccess {
  readonly identities: string;
  readonly json?: boolean;
}

export interface ErasePersonOptions extends PersonOptions {
  readonly yes?: boolean;
}

const placeOption = () =>
  new Option('--identities <uri>', 'where the keys behind pseudonyms lie, such as file:./ledger.identities or a bucket')
    .argParser(given)
    .makeOptionMandatory();

const BUCKET = "'s3://example-people?region=eu-central-1&owner=123456789012'";

export function declarePerson(program: Command, perform: Perform): void {
  const person = program.command('person').description('Whoever stands behind a pseudonym of a record.');
  opensLedger(person.command('show'), placeOption())
    .summary('say whose pseudonym it is')
    .description(
      'Says which account a pseudonym stands for, as long as its key is there. Every key is tried: a pseudonym names none.',
    )
    .argument('<pseudonym>', 'as a report shows it, 12 hex digits, or whole as records have it', given)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'proofrail person show 5f0c3a1de2b9 --identities file:./ledger.identities',
        'proofrail person show person:5f0c3a1de2b94c7788aa90d1c2b3e4f5 --identities file:./ledger.identities',
      ),
    )
    .action((pseudonym: string, options: PersonOptions) =>
      perform('person-show', options, async (session) =>
        (await import('./show-person.ts')).showPerson(pseudonym, options, session),
      ),
    );
  opensLedger(person.command('erase'), placeOption())
    .summary('destroy the key of a person, so that nobody can tell whose pseudonym it is')
    .description(
      'Destroys the key of a person, in every version. No byte of any ledger changes, and nobody can tell any more whose pseudonym its ' +
        'records carry. Records of later days give the same person another one. Without --yes it only says what it would do.',
    )
    .argument('<account>', 'the platform and the numeric id of the account, such as github:583231', given)
    .addOption(new Option('--yes', 'do it'))
    .addOption(jsonOption())
    .addHelpText('after', examples(`proofrail person erase github:583231 --identities ${BUCKET} --yes`))
    .action((account: string, options: ErasePersonOptions) =>
      perform('person-erase', options, async (session) =>
        (await import('./erase-person.ts')).erasePerson(account, options, session),
      ),
    );
}
