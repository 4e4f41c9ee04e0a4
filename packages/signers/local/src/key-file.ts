import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';

const OWNER_ONLY = 0o600;
const MAX_BYTES = 16 * 1024; // a key in PEM has some 120 bytes; this is something else

/** Makes a new file that only its owner reads. ConfigurationError `key/exists`: no key is ever overwritten. */
export function createKeyFile(file: string, text: string): void {
  const handle = attempt(file, () => openSync(file, 'wx', OWNER_ONLY));
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Text of a key file. ConfigurationError `key/readable-by-others`, `key/absent`, `key/not-a-file`. */
export function readKeyFile(file: string): string {
  const handle = attempt(file, () => openSync(file, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    // Looked at through the open handle: the path could be another file a moment later.
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.size > MAX_BYTES) throw refused('key/not-a-file', file, 'a private key file', 'something else');
    if ((stat.mode & 0o077) !== 0) {
      const found = `mode ${(stat.mode & 0o777).toString(8)}`;
      throw refused('key/readable-by-others', file, 'a key that only its owner can read (mode 600)', found);
    }
    const bytes = Buffer.alloc(stat.size);
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, stat.size, 0));
  } finally {
    closeSync(handle);
  }
}

/** What whoever named the path has to mend: none leads to a file. */
const NO_SUCH_PATH: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

function attempt<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    if (code === 'EEXIST') throw refused('key/exists', file, 'a name that is free', 'a file that is already there');
    if (NO_SUCH_PATH.has(code)) throw refused('key/absent', file, 'a private key file', 'nothing');
    const detail = { expected: 'a key file that can be opened', found: String(code ?? cause), at: file, cause };
    throw new UnavailableError('key/unavailable', { ...detail, doThis: 'Look at the permissions of the file and its folder.' });
  }
}

type Code = 'key/exists' | 'key/absent' | 'key/not-a-file' | 'key/readable-by-others';
const ADVICE: Readonly<Record<Code, string>> = {
  'key/exists': 'Choose another name. A key that signed evidence must be kept for as long as the evidence.',
  'key/absent': 'Make one with "proofrail keys new".',
  'key/not-a-file': 'Name the file that "proofrail keys new" made.',
  'key/readable-by-others': 'Run "chmod 600" on it. If others could have read it, make a new key.',
};

function refused(code: Code, at: string, expected: string, found: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis: ADVICE[code] });
}
