import type { CreateAnswer, ObjectKey, ObjectStore, ObjectVersion, ReadAnswer, VersionId } from '@proofrail/core/ports';
import type { FakeBucket } from '@proofrail/testkit';

/** What lies in a bucket of the fake, read without a request: for judging many runs. It is read only. */
export function onDisk(bucket: FakeBucket, prefix: string): ObjectStore {
  return {
    uri: `fake:${bucket.name}/${prefix}`,
    assurance: 'locked',
    create: (): Promise<CreateAnswer> => Promise.reject(new Error('whoever judges a bucket writes nothing into it')),
    read: (key, version) => Promise.resolve(read(key, version)),
    async *listVersions(under, { after = '' } = {}) {
      for (const whole of bucket.keys(prefix + under, prefix + after)) if (whole !== prefix + after) yield* versionsOf(whole);
    },
  };

  function read(key: ObjectKey, wanted: VersionId | undefined): ReadAnswer {
    const version = wanted === undefined ? bucket.current(prefix + key) : bucket.find(prefix + key, wanted);
    if (version === undefined) return { kind: 'absent' };
    if (version.content === null) return { kind: 'hidden' };
    return { kind: 'found', bytes: version.content.bytes, version: version.id as VersionId };
  }

  function* versionsOf(whole: string): Iterable<ObjectVersion> {
    for (const [index, { id, content }] of bucket.versions(whole).entries()) {
      yield {
        key: whole.slice(prefix.length) as ObjectKey,
        version: id as VersionId,
        kind: content === null ? 'marker' : 'data',
        newest: index === 0,
        size: content?.bytes.length ?? 0,
      };
    }
  }
}
