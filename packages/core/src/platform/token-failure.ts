import { ConfigurationError } from '../outcomes/failure.ts';

export type TokenCode = `token/${string}`;

/** Tokens carry names: what was found is said in our own words, never quoted. */
export function tokenFailure(code: TokenCode, expected: string, found: string, at = 'identity token'): ConfigurationError {
  return new ConfigurationError(code, {
    expected,
    found,
    at,
    doThis: 'Find out who made this token: the platform issues none like it for this record.',
  });
}
