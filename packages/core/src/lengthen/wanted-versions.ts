import { blobsPrefix, platformPrefix, recordsPrefix, SEALS_PREFIX, slotsPrefix } from '../ledger/layout.ts';
import { listStreams } from '../ledger/look-up/list-streams.ts';
import { EarliestVersions } from '../ledger/stored/earliest-versions.ts';
import type { ObjectKey, ObjectStore, VersionId } from '../ports/object-store.ts';
import type { WantedLock } from './wanted-lock.ts';
import type { WantedLocks } from './wanted-locks.ts';

export interface WantedVersion {
  readonly key: ObjectKey;
  readonly version: VersionId;
  readonly lock: WantedLock;
}

/** Of each object that is wanted, in whatever stream, the version that counts: the earliest (attack 1). */
export async function wantedVersions(store: ObjectStore, wanted: WantedLocks): Promise<WantedVersion[]> {
  if (wanted.isEmpty) return [];
  const streams = await listStreams(store);
  const areas = streams.flatMap((one) => [recordsPrefix(one), slotsPrefix(one), blobsPrefix(one), platformPrefix(one)]);
  const found = new EarliestVersions<ObjectKey>();
  for (const prefix of [...areas, SEALS_PREFIX]) {
    for await (const object of store.listVersions(prefix)) if (wanted.of(object.key) !== null) found.enter(object.key, object);
  }
  return [...found.versions].flatMap(([key, version]) => {
    const lock = wanted.of(key);
    return lock === null || version === null ? [] : [{ key, version, lock }];
  });
}
