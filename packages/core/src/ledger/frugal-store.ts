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

/** A store of which one look-up reads so many objects at most, each once. What lies beyond is `unreadable`, hence never believed. */
export class FrugalStore implements ObjectStore {
  readonly #store: ObjectStore;
  readonly #most: number;
  readonly #answers = new Map<string, Promise<ReadAnswer>>();

  constructor(store: ObjectStore, most: number) {
    this.#store = store;
    this.#most = most;
  }

  get uri(): string {
    return this.#store.uri;
  }

  get assurance(): Assurance {
    return this.#store.assurance;
  }

  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    return this.#store.create(key, bytes);
  }

  read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const name = `${key} ${version ?? ''}`;
    const known = this.#answers.get(name);
    if (known !== undefined) return known;
    if (this.#answers.size >= this.#most) return Promise.resolve({ kind: 'unreadable', cause: `more than ${this.#most} reads` });
    const answer = this.#store.read(key, version);
    this.#answers.set(name, answer);
    return answer;
  }

  listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    return this.#store.listVersions(prefix, options);
  }
}
