import { ConfigurationError, UnavailableError, type Failure } from '@proofrail/core/outcomes';

/**
 * What an error of the file system means to the person who named the path. A wrong path is theirs to mend (`invalid`); a right that
 * is missing is not (`unavailable`). Failures that are already ours pass through unchanged.
 */
export function fileFailure(at: string, cause: unknown): Failure | Error {
  if (!isSystemError(cause)) return cause instanceof Error ? cause : new Error(`reading ${at} failed`, { cause });
  switch (cause.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new ConfigurationError('file/absent', {
        expected: 'a path that exists',
        found: 'nothing',
        at,
        doThis: 'check the path; relative paths start at the working directory',
        cause,
      });
    case 'ENXIO':
    case 'ENODEV':
      return notAFile(at);
    default:
      return new UnavailableError('file/unreadable', {
        expected: 'a path that this process may read',
        found: cause.code ?? 'an error of the file system',
        at,
        doThis: 'give the user of this process the right to read it',
        cause,
      });
  }
}

export const notAFile = (at: string): ConfigurationError =>
  new ConfigurationError('file/not-a-file', {
    expected: 'a regular file',
    found: 'a folder, pipe or device',
    at,
    doThis: 'name the file itself',
  });

function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'syscall' in cause;
}
