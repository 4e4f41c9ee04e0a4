import { ConfigurationError } from '@proofrail/core/outcomes';

/** A full commit id, or null where none was given. ConfigurationError `input/not-a-commit`: an abbreviation names nothing for ever. */
export function fullCommit(text: string | undefined, at = '--commit'): string | null {
  if (text === undefined) return null;
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return text;
  throw new ConfigurationError('input/not-a-commit', {
    expected: 'a full lower-case commit id',
    found: text,
    at,
    doThis: 'use the output of "git rev-parse HEAD"',
  });
}
