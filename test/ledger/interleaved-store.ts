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

/** One store for several writers, whose requests take effect in an order that a seed decides. */
export class InterleavedStore implements ObjectStore {
  readonly uri = 'memory:interleaved';
  readonly assurance: Assurance;
  readonly #store: ObjectStore;
  readonly #random: () => number;
  #waiting: (() => void)[] = [];

  constructor(store: ObjectStore, seed: number, assurance: Assurance = store.assurance) {
    this.#store = store;
    this.#random = randomFrom(seed);
    this.assurance = assurance;
  }

  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    await this.#turn();
    const answer = await this.#store.create(key, bytes);
    await this.#turn();
    return answer;
  }

  async read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    await this.#turn();
    return this.#store.read(key, version);
  }

  async *listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    await this.#turn();
    yield* this.#store.listVersions(prefix, options);
  }

  /** Resolves when no request is under way: those of a dead writer may still land. */
  async quiet(): Promise<void> {
    while (this.#waiting.length > 0) await new Promise((go) => setImmediate(go));
  }

  #turn(): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push(go);
      setImmediate(() => {
        const [next] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
        next?.();
      });
    });
  }
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
