import type { ProviderId } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { ErasePersonOptions } from './declare-person.ts';
import type { Session } from '../session.ts';
import { shown } from '../terminal/shown.ts';
import { openPeople } from './open-people.ts';

/** At GitHub a number, as it writes it: under a login, or with a zero in front, no key was ever kept, and "there is none" would mislead. */
const ACCOUNT = /^(github:[1-9][0-9]{0,19}|(?!github:)[a-z]+:[0-9A-Za-z_-]{1,64})$/;

/** Destroys the key of a person. Nothing done for want of --yes is `invalid`: no script may take it for done. */
export async function erasePerson(account: string, options: ErasePersonOptions, session: Session): Promise<Answer> {
  const { identities, yes: confirmed = false } = options;
  if (!ACCOUNT.test(account)) throw noAccount(account);
  const people = await openPeople(options, session);
  const erased = confirmed && (await people.erase(account as ProviderId));
  return {
    outcome: !confirmed ? 'invalid' : erased ? 'allow' : 'deny',
    json: { identities, account, erased },
    text: ({ style }) => {
      if (!confirmed)
        return `This would destroy the key of ${account} in ${shown(identities)}, for good. Nothing was done. To do it, run it again with --yes.`;
      return erased ? style.good(`${account} is erased`) : style.bad(`there is no key of ${account}`);
    },
  };
}

const noAccount = (found: string): ConfigurationError =>
  new ConfigurationError('person/not-an-account', {
    expected: 'a platform and the numeric id of an account: github:583231',
    found,
    at: 'the account',
    doThis: 'ask the platform for the id: gh api users/NAME --jq .id',
  });
