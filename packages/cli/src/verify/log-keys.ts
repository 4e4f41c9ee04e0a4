import { logKeysOf, parseTrustFile } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { parseVerifierKey, type NoteKey } from '@proofrail/core/tlog';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { LogKeyOptions } from './declare-verify.ts';

/** The keys under which a log counts, from a trust file or named one by one. ConfigurationError `seal/no-log-key`, `seal/not-a-log-key`. */
export function logKeys({ trust, logKey = [] }: LogKeyOptions): NoteKey[] {
  const file = trust === undefined ? {} : parseTrustFile(readBoundedFile(trust, { most: MOST_BYTES.trust }), trust);
  const keys = [...(logKeysOf(file) ?? []), ...logKey.map(logKeyFrom)];
  if (keys.length > 0) return keys;
  throw refused('seal/no-log-key', 'a key of the log', 'none', 'Give --log-key, or a trust file with "log_keys".');
}

function logKeyFrom(text: string): NoteKey {
  const key = parseVerifierKey(text);
  if (key !== null) return key;
  const doThis = 'Copy it from what "proofrail seal" or "proofrail keys show --log" prints.';
  throw refused('seal/not-a-log-key', 'a key of a log, as name+hash+key', JSON.stringify(text.slice(0, 80)), doThis);
}

function refused(
  code: 'seal/no-log-key' | 'seal/not-a-log-key',
  expected: string,
  found: string,
  doThis: string,
): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at: '--log-key', doThis });
}
