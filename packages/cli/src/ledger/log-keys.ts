import { logKeysOf, parseTrustFile, witnessKeysOf, type TrustFile } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { LogVouchers } from '@proofrail/core/seal';
import { parseVerifierKey, type NoteKey } from '@proofrail/core/tlog';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';

/** Where a command line names keys of a log. */
export interface LogKeyOptions {
  readonly trust?: string;
  readonly logKey?: readonly string[];
}

/** The keys under which a log counts, from a trust file or named one by one. ConfigurationError `seal/no-log-key`, `seal/not-a-log-key`. */
export function logKeys({ trust, logKey = [] }: LogKeyOptions): NoteKey[] {
  const keys = keysIn(trustIn(trust), logKey);
  if (keys.length > 0) return keys;
  throw noKey('--log-key', 'Give --log-key, or a trust file with "log_keys".');
}

/** The same beside a ledger, where the trust file alone says whose word counts. */
export function trustedLogKeys(trust: string | undefined): NoteKey[] {
  const keys = keysIn(trustIn(trust), []);
  if (keys.length > 0) return keys;
  throw noKey('--trust', 'Give a trust file with "log_keys": "proofrail keys show --log" prints them.');
}

/** Whose lines beside a checkpoint count where one is handed on; null: nobody was named, so every line does. Throws as `logKeys` does. */
export function logVouchers(options: LogKeyOptions): LogVouchers | null {
  if (options.trust === undefined && options.logKey === undefined) return null;
  return { keys: logKeys(options), witnesses: witnessKeysOf(trustIn(options.trust)) };
}

const trustIn = (trust: string | undefined): Pick<TrustFile, 'log_keys' | 'witnesses'> =>
  trust === undefined ? {} : parseTrustFile(readBoundedFile(trust, { most: MOST_BYTES.trust }), trust);

const keysIn = (trust: Pick<TrustFile, 'log_keys'>, named: readonly string[]): NoteKey[] => [
  ...(logKeysOf(trust) ?? []),
  ...named.map(logKeyFrom),
];

function logKeyFrom(text: string): NoteKey {
  const key = parseVerifierKey(text);
  if (key !== null) return key;
  throw new ConfigurationError('seal/not-a-log-key', {
    expected: 'a key of a log, as name+hash+key',
    found: JSON.stringify(text.slice(0, 80)),
    at: '--log-key',
    doThis: 'Copy it from what "proofrail seal" or "proofrail keys show --log" prints.',
  });
}

const noKey = (at: string, doThis: string): ConfigurationError =>
  new ConfigurationError('seal/no-log-key', { expected: 'a key of the log', found: 'none', at, doThis });
