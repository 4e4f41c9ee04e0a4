import { hexOf, sha256 } from '../canonical/digest.ts';
import type { UnreadableException } from '../exceptions/unreadable-exception.ts';
import type { InputDocument } from './input-document.ts';

type Entry = InputDocument['exceptions']['items'][number];

const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const MOST_CHARACTERS = 200;

/** Exceptions that excuse nothing and are known by their file alone, so that the rule that guards exceptions can report each. */
export function unreadableEntries(unreadable: readonly UnreadableException[]): Entry[] {
  return unreadable.map(({ file, failure }) => ({
    id: idOf(file),
    rule: 'exceptions.validity',
    scope: 'rule',
    state: 'invalid',
    problems: ['unreadable', `${failure.code} at ${failure.at}`.slice(0, MOST_CHARACTERS)],
    severity: 'unknown',
    owner: null,
    requested_by: null,
    approved_by: null,
    not_before: null,
    expires: null,
  }));
}

/** A file may be called anything; its id is shown and compared. */
function idOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return PLAIN_NAME.test(name) ? name : `file-${hexOf(sha256(file)).slice(0, 12)}`;
}
