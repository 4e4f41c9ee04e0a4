import { resolvePseudonym } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { PersonOptions } from './declare-person.ts';
import type { Session } from '../session.ts';
import { openPeople } from './open-people.ts';

/** A report shows the first 12 digits, with or without the word before them. */
const PSEUDONYM = /^(?:person:)?([0-9a-f]{12,32})$/;

/** Who stands behind a pseudonym. Nobody known is a denial: an erased person looks like one who never was. */
export async function showPerson(asked: string, options: PersonOptions, session: Session): Promise<Answer> {
  const digits = PSEUDONYM.exec(asked)?.[1];
  if (digits === undefined) throw noPseudonym(asked);
  const [account = null, ...others] = await resolvePseudonym(`person:${digits}`, await openPeople(options, session));
  if (others.length > 0) throw noPseudonym(`the beginning of ${others.length + 1} pseudonyms`);
  return {
    outcome: account === null ? 'deny' : 'allow',
    json: { identities: options.identities, pseudonym: asked, account },
    text: ({ style }) => (account === null ? style.bad('nobody known, or somebody who was erased') : account),
  };
}

const noPseudonym = (found: string): ConfigurationError =>
  new ConfigurationError('person/not-a-pseudonym', {
    expected: 'the first 12 to 32 lower-case hex digits of one pseudonym, with or without "person:"',
    found,
    at: 'the pseudonym',
    doThis: 'copy it from a report, or whole from a record: "proofrail record show" prints it',
  });
