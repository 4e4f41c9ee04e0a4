import type {
  Assurance,
  CreateAnswer,
  ListOptions,
  ObjectKey,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
  VersionId,
} from '../ports/object-store.ts';

/** A store that does what another one does, for those that change one thing of it. It says nothing of locks. */
export abstract class StoreAround implements ObjectStore {
  protected readonly inner: ObjectStore;

  readonly commonPrefixes?: (prefix: string) => readonly string[];

  constructor(inner: ObjectStore) {
    this.inner = inner;
    if (inner.commonPrefixes !== undefined) this.commonPrefixes = inner.commonPrefixes.bind(inner);
  }

  get uri(): string {
    return this.inner.uri;
  }

  get assurance(): Assurance {
    return this.inner.assurance;
  }

  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    return this.inner.create(key, bytes);
  }

  read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    return this.inner.read(key, version);
  }

  listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    return this.inner.listVersions(prefix, options);
  }
}
