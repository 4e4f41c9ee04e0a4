import type {
  Assurance,
  Clock,
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
  readonly stored: { readonly stored?: number };
}

/**
 * A bucket with versioning in a Map, for tests: create-only writes, delete markers, several versions of a key, as AWS was recorded
 * doing it (ledger.md 1.1, 1.3). The second half of its methods is what an attacker with more rights than a writer can do.
 */
export class MemoryStore implements ObjectStore {
  readonly uri: string;
  readonly assurance: Assurance = 'volatile';
  readonly #objects = new Map<string, StoredVersion[]>(); // newest version first
  readonly #sorted: string[] = []; // the keys of #objects: a listing must not cost more with every object elsewhere
  readonly #clock: Clock | null;
  #versions = 0;

  /** With a clock, listings say when each version was stored, as those of a bucket do. */
  constructor(name = '', clock: Clock | null = null) {
    this.uri = `memory:${name}`;
    this.#clock = clock;
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
    let index = this.#firstFrom(after > prefix ? after : prefix);
    if (this.#sorted[index] === after) index += 1;
    for (let key = this.#sorted[index]; key?.startsWith(prefix) === true; key = this.#sorted[this.#firstFrom(`${key}\0`)]) {
      yield* this.#versionsOf(key as ObjectKey);
    }
  }

  /** Where the first key lies that is not lower. */
  #firstFrom(key: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? key) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  *#versionsOf(key: ObjectKey): Iterable<ObjectVersion> {
    const versions = this.#objects.get(key) ?? [];
    for (const [index, { version, bytes, stored }] of versions.entries()) {
      yield { key, version, kind: bytes === null ? 'marker' : 'data', newest: index === 0, size: bytes?.length ?? 0, ...stored };
    }
  }

  #put(key: ObjectKey, bytes: Uint8Array | null): VersionId {
    this.#versions += 1;
    const version = `version-${this.#versions}` as VersionId;
    if (!this.#objects.has(key)) this.#sorted.splice(this.#firstFrom(key), 0, key);
    const stored = this.#clock === null ? {} : { stored: this.#clock.now() };
    this.#objects.set(key, [{ version, bytes, stored }, ...(this.#objects.get(key) ?? [])]);
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
    if (this.#objects.delete(key)) this.#sorted.splice(this.#firstFrom(key), 1);
  }

  /** Changes bytes in place without leaving a version. No locked bucket allows it; a folder does. */
  replace(key: ObjectKey, bytes: Uint8Array): void {
    this.remove(key);
    this.#put(key, Uint8Array.from(bytes));
  }

  keys(): ObjectKey[] {
    return [...this.#sorted] as ObjectKey[];
  }

  /** An independent store with the same objects and version ids. */
  copy(): MemoryStore {
    const twin = new MemoryStore();
    for (const [key, versions] of this.#objects) twin.#objects.set(key, [...versions]);
    twin.#sorted.push(...this.#sorted);
    twin.#versions = this.#versions;
    return twin;
  }
}
