import { resolvePseudonym, type Pseudonym } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { PersonOptions } from './declare-person.ts';
import type { Session } from '../session.ts';
import { openPeople } from './open-people.ts';

const PSEUDONYM = /^person:[0-9a-f]{32}$/;

/** Who stands behind a pseudonym. Nobody known is a denial: an erased person looks like one who never was. */
export async function showPerson(pseudonym: string, options: PersonOptions, session: Session): Promise<Answer> {
  if (!PSEUDONYM.test(pseudonym)) throw noPseudonym(pseudonym);
  const account = await resolvePseudonym(pseudonym as Pseudonym, await openPeople(options, session));
  return {
    outcome: account === null ? 'deny' : 'allow',
    json: { identities: options.identities, pseudonym, account },
    text: ({ style }) => (account === null ? style.bad('nobody known, or somebody who was erased') : account),
  };
}

const noPseudonym = (found: string): ConfigurationError =>
  new ConfigurationError('person/not-a-pseudonym', {
    expected: 'person: and 32 lower-case hex digits',
    found,
    at: 'the pseudonym',
    doThis: 'copy it from a record: "proofrail record show" prints it',
  });
