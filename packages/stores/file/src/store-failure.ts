import { UnavailableError } from '@proofrail/core/outcomes';

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'Give the user who runs this write permission to the folder.',
  EPERM: 'Give the user who runs this write permission to the folder.',
  EROFS: 'The file system is mounted read-only: choose another folder with --ledger.',
  ENOSPC: 'Make room on the disk. Nothing was written halfway.',
  EDQUOT: 'Raise the disk quota. Nothing was written halfway.',
  EMFILE: 'Too many open files: raise "ulimit -n".',
};

/** The `code` of a Node system error, or the empty string. Not by instanceof: errors of another realm are errors too. */
export function systemCode(cause: unknown): string {
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** The same where somebody only reads: an auditor must not be told to get the right to write evidence. */
export function readFailure(cause: unknown, at: string, expected: string): UnavailableError {
  const failure = storeFailure(cause, at, expected);
  if (failure.found !== 'EACCES' && failure.found !== 'EPERM') return failure;
  const doThis = 'Give the user who runs this permission to read the folder and all in it.';
  return new UnavailableError('store/unavailable', { expected, found: failure.found, at, doThis, cause });
}

/** A folder that refused, before anything of the object was there: `store/unavailable`. */
export function storeFailure(cause: unknown, at: string, expected: string): UnavailableError {
  const code = systemCode(cause);
  return new UnavailableError('store/unavailable', {
    expected,
    found: code === '' ? String(cause) : code,
    at,
    doThis: ADVICE[code] ?? 'Look at the folder and at the system log.',
    cause,
  });
}
