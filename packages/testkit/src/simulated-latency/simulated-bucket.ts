import type {
  Assurance,
  CreateAnswer,
  ListOptions,
  ObjectKey,
  ObjectLock,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
  VersionId,
} from '@proofrail/core/ports';
import type { VirtualTime } from './virtual-time.ts';

export interface SimulatedNetwork {
  readonly time: VirtualTime;
  /** Milliseconds of the next request's whole way there and back. It takes effect in the middle. */
  readonly roundTrip: () => number;
  /** Whether the next answer gets lost, which the client learns when it would have come. Default: never. */
  readonly losesAnswer?: () => boolean;
}

const PAGE = 1_000; // versions that one listing request of S3 gives at most
const DAY = 86_400_000;

/** Any store as one client of a locked bucket sees it: every page, look and lock read back is a request, and each takes time. */
export class SimulatedBucket implements ObjectStore {
  readonly uri: string;
  readonly assurance: Assurance = 'locked';
  readonly #store: ObjectStore;
  readonly #network: SimulatedNetwork;
  #requests = 0;

  constructor(store: ObjectStore, network: SimulatedNetwork) {
    this.uri = `simulated:${store.uri}`;
    this.#store = store;
    this.#network = network;
  }

  get requests(): number {
    return this.#requests;
  }

  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const answer = await this.#request(() => this.#store.create(key, bytes));
    return answer ?? { kind: 'unknown', cause: 'the simulated network lost the answer' };
  }

  read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    return this.#patiently(() => this.#store.read(key, version));
  }

  async *listVersions(prefix: string, { after = '', most = PAGE }: ListOptions = {}): AsyncIterable<ObjectVersion> {
    for (let last = after; ;) {
      const page = await this.#patiently(() => this.#page(prefix, last, most));
      yield* page;
      if (page.length < most) return;
      last = page.at(-1)?.key ?? last;
    }
  }

  /** Of every object alike: what it costs to ask is what counts here. */
  lockOf(): Promise<ObjectLock> {
    const { time } = this.#network;
    return this.#patiently(() => Promise.resolve({ mode: 'COMPLIANCE', until: time.now() + DAY }));
  }

  /** No versions of one key on two pages: the simulated clients only create. */
  async #page(prefix: string, after: string, most: number): Promise<ObjectVersion[]> {
    const page: ObjectVersion[] = [];
    for await (const version of this.#store.listVersions(prefix, { after })) {
      page.push(version);
      if (page.length === most) break;
    }
    return page;
  }

  /** What changes nothing is asked again by the SDK itself until there is an answer. */
  async #patiently<T>(effect: () => Promise<T>): Promise<T> {
    for (;;) {
      const answer = await this.#request(effect);
      if (answer !== null) return answer;
    }
  }

  /** Null: it took effect, and its answer was lost. */
  async #request<T>(effect: () => Promise<T>): Promise<T | null> {
    const { time, roundTrip, losesAnswer } = this.#network;
    this.#requests += 1;
    const half = roundTrip() / 2;
    await time.sleep(half);
    const answer = await effect();
    await time.sleep(half);
    return losesAnswer?.() === true ? null : answer;
  }
}
