import { isSha256, sha256, type Sha256 } from '@proofrail/core/canonical';
import { readObject } from '@proofrail/core/ledger';
import { ConfigurationError, Failure, TamperedError } from '@proofrail/core/outcomes';
import type { ObjectKey, ObjectStore, VersionId } from '@proofrail/core/ports';
import { openLedger, readBoundedFile, type StoreOptions } from '@proofrail/machine';
import { keysOfRecord } from './keys-of-record.ts';

export interface FoundRecord {
  readonly bytes: Uint8Array;
  readonly digest: Sha256;
  /** The file, or the key in the ledger. */
  readonly at: string;
}

const MOST_BYTES = 2 * 1_048_576;

/**
 * A record by its file, or by its digest in a ledger. ConfigurationError `record/...`, `file/...`; TamperedError `record/altered`,
 * `ledger/hidden`; UnavailableError `ledger/unreadable`.
 */
export async function findRecord(name: string, ledger: string | undefined, options: StoreOptions): Promise<FoundRecord> {
  if (isSha256(name)) {
    if (ledger === undefined) throw wrong('record/which-ledger', 'a ledger to look in', 'none', name, 'name it with --ledger');
    return findInLedger(await openLedger(ledger, options), name, ledger);
  }
  if (name.startsWith('sha256:'))
    throw wrong('record/digest', 'sha256: and 64 lower-case hex digits, or a file', name, 'the record', 'copy the whole digest');
  const bytes = readBoundedFile(name, { most: MOST_BYTES });
  return { bytes, digest: sha256(bytes), at: name };
}

/**
 * Wherever its bytes lie: whoever may write to any stream may put others under the same digest, and must not hide it by that. `ledger`: as
 * the person named it. Throws as `findRecord` does.
 */
export async function findInLedger(store: ObjectStore, digest: Sha256, ledger: string): Promise<FoundRecord> {
  let first: Failure | null = null;
  for await (const { key, version } of keysOfRecord(store, digest)) {
    try {
      return { bytes: await bytesOf(store, key, version, digest), digest, at: key };
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      first ??= cause;
    }
  }
  if (first !== null) throw first;
  throw wrong(
    'record/absent',
    `the record ${digest}`,
    'nothing of that digest',
    ledger,
    '"proofrail verify" says what the ledger holds',
  );
}

async function bytesOf(store: ObjectStore, key: ObjectKey, version: VersionId | null, digest: Sha256): Promise<Uint8Array> {
  const bytes = await readObject(store, key, { version });
  if (bytes !== null && sha256(bytes) === digest) return bytes;
  throw new TamperedError('record/altered', {
    expected: `bytes with the digest ${digest}`,
    found: bytes === null ? 'nothing' : sha256(bytes),
    at: key,
    doThis: 'run "proofrail verify"',
  });
}

function wrong(code: `record/${string}`, expected: string, found: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis });
}
