import type { Sha256 } from '@proofrail/core/canonical';
import { digestOfName, parseKey, type ParsedKey } from '@proofrail/core/ledger';
import type { ObjectKey, ObjectStore, VersionId } from '@proofrail/core/ports';

export interface RecordVersion {
  readonly key: ObjectKey;
  readonly place: Extract<ParsedKey, { kind: 'record' }>;
  readonly version: VersionId | null;
}

/** Where the bytes of a record lie, found by listing: keys end in the digest. More than one where somebody put it under a second name. */
export async function* keysOfRecord(store: ObjectStore, digest: Sha256): AsyncIterable<RecordVersion> {
  for await (const { key, kind, version } of store.listVersions('v1/records/')) {
    const place = kind === 'data' ? parseKey(key) : null;
    if (place?.kind === 'record' && digestOfName(place.name) === digest) yield { key, place, version };
  }
}
