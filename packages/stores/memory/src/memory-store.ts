import type {
  Assurance,
  CreateAnswer,
  ListOptions,
  ObjectKey,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
  VersionId,
} from '@proofrail/core/ports';

interface StoredVersion {
  readonly version: VersionId;
  /** Null: a delete marker. */
  readonly bytes: Uint8Array | null;
}

/**
 * A bucket with versioning in a Map, for tests: create-only writes, delete markers, several versions of a key, as AWS was recorded
 * doing it (ledger.md 1.1, 1.3). The second half of its methods is what an attacker with more rights than a writer can do.
 */
export class MemoryStore implements ObjectStore {
  readonly uri: string;
  readonly assurance: Assurance = 'volatile';
  readonly #objects = new Map<string, StoredVersion[]>(); // newest version first
  #versions = 0;

  constructor(name = '') {
    this.uri = `memory:${name}`;
  }

  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const newest = this.#objects.get(key)?.[0];
    // A marker counts as absent: the new version lies above it and the hidden one underneath (recorded on AWS).
    if (newest !== undefined && newest.bytes !== null) return Promise.resolve({ kind: 'exists' });
    return Promise.resolve({ kind: 'created', version: this.#put(key, Uint8Array.from(bytes)) });
  }

  read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const versions = this.#objects.get(key) ?? [];
    const wanted = version === undefined ? versions[0] : versions.find((one) => one.version === version);
    if (wanted === undefined) return Promise.resolve({ kind: 'absent' });
    if (wanted.bytes === null) return Promise.resolve({ kind: 'hidden' });
    return Promise.resolve({ kind: 'found', bytes: Uint8Array.from(wanted.bytes), version: wanted.version });
  }

  async *listVersions(prefix: string, { after = '' }: ListOptions = {}): AsyncIterable<ObjectVersion> {
    const keys = [...this.#objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    for (const key of keys) yield* this.#versionsOf(key as ObjectKey);
  }

  *#versionsOf(key: ObjectKey): Iterable<ObjectVersion> {
    const versions = this.#objects.get(key) ?? [];
    for (const [index, { version, bytes }] of versions.entries()) {
      yield { key, version, kind: bytes === null ? 'marker' : 'data', newest: index === 0, size: bytes?.length ?? 0 };
    }
  }

  #put(key: ObjectKey, bytes: Uint8Array | null): VersionId {
    this.#versions += 1;
    const version = `version-${this.#versions}` as VersionId;
    this.#objects.set(key, [{ version, bytes }, ...(this.#objects.get(key) ?? [])]);
    return version;
  }

  /** A second version over whatever is there (attack 2). */
  overwrite(key: ObjectKey, bytes: Uint8Array): VersionId {
    return this.#put(key, Uint8Array.from(bytes));
  }

  /** A delete marker: hides, removes nothing (attack 1). */
  hide(key: ObjectKey): VersionId {
    return this.#put(key, null);
  }

  /** Takes every version of a key away, as if there had never been one. No locked bucket allows it; a folder does. */
  remove(key: ObjectKey): void {
    this.#objects.delete(key);
  }

  /** Changes bytes in place without leaving a version. No locked bucket allows it; a folder does. */
  replace(key: ObjectKey, bytes: Uint8Array): void {
    this.remove(key);
    this.#put(key, Uint8Array.from(bytes));
  }

  keys(): ObjectKey[] {
    return [...this.#objects.keys()].sort() as ObjectKey[];
  }

  /** An independent store with the same objects and version ids. */
  copy(): MemoryStore {
    const twin = new MemoryStore();
    for (const [key, versions] of this.#objects) twin.#objects.set(key, [...versions]);
    twin.#versions = this.#versions;
    return twin;
  }
}
