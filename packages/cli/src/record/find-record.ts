import { hexOf, isSha256, sha256, type Sha256 } from '@proofrail/core/canonical';
import { parseKey } from '@proofrail/core/ledger';
import { ConfigurationError, TamperedError } from '@proofrail/core/outcomes';
import type { ObjectKey, ObjectStore } from '@proofrail/core/ports';
import { openLedger, readBoundedFile, type StoreOptions } from '@proofrail/machine';

export interface FoundRecord {
  readonly bytes: Uint8Array;
  readonly digest: Sha256;
  /** The file, or the key in the ledger. */
  readonly at: string;
}

const MOST_BYTES = 2 * 1_048_576;

/** A record by its file, or by its digest in a ledger. ConfigurationError `record/...`, `file/...`; TamperedError `record/altered`. */
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

/** Record keys end in the digest, so listing finds it without reading any other record. */
async function findInLedger(store: ObjectStore, digest: Sha256, ledger: string): Promise<FoundRecord> {
  for await (const { key, kind, version } of store.listVersions('v1/records/')) {
    if (kind !== 'data' || !key.endsWith(hexOf(digest)) || parseKey(key)?.kind !== 'record') continue;
    return { bytes: await bytesOf(store, key, version, digest), digest, at: key };
  }
  throw wrong(
    'record/absent',
    `the record ${digest}`,
    'nothing of that digest',
    ledger,
    '"proofrail verify" says what the ledger holds',
  );
}

async function bytesOf(
  store: ObjectStore,
  key: ObjectKey,
  version: Parameters<ObjectStore['read']>[1] | null,
  digest: Sha256,
): Promise<Uint8Array> {
  const answer = await store.read(key, version ?? undefined);
  if (answer.kind === 'found' && sha256(answer.bytes) === digest) return answer.bytes;
  throw new TamperedError('record/altered', {
    expected: `bytes with the digest ${digest}`,
    found: answer.kind === 'found' ? sha256(answer.bytes) : answer.kind,
    at: key,
    doThis: 'run "proofrail verify"',
  });
}

function wrong(code: `record/${string}`, expected: string, found: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis });
}
