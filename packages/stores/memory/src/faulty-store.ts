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

export interface StoreCall {
  /** Counted from 1 over all operations of this store. */
  readonly number: number;
  readonly operation: 'create' | 'read' | 'list';
  /** The key, or the prefix of a listing. */
  readonly key: string;
}

/**
 * `lost-before`: the request never arrived. `lost-after`: it took effect and its answer was lost. `conflict`: 409, nothing happened.
 * `late`: it is answered `unknown` and takes effect after the next request. `die-before`, `die-sent`, `die-after`: the process ends there,
 * with nothing sent, with the request on its way, or with its effect done.
 */
export type Fault = 'lost-before' | 'lost-after' | 'conflict' | 'late' | 'die-before' | 'die-sent' | 'die-after';
export type FaultScript = (call: StoreCall) => Fault | null;

/** Stands for the end of a process: every later call of the same store fails with it too. */
export class ProcessDied extends Error {}

/** Any store, seen through a network and a process that fail where a script says so. */
export class FaultyStore implements ObjectStore {
  readonly #store: ObjectStore;
  readonly #script: FaultScript;
  #calls = 0;
  #dead = false;
  #late: (() => Promise<unknown>)[] = [];

  constructor(store: ObjectStore, script: FaultScript) {
    this.#store = store;
    this.#script = script;
  }

  get uri(): string {
    return this.#store.uri;
  }

  get assurance(): Assurance {
    return this.#store.assurance;
  }

  /** Requests made so far. */
  get calls(): number {
    return this.#calls;
  }

  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const fault = this.#next('create', key);
    const kept = Uint8Array.from(bytes);
    if (fault === 'die-sent') {
      void this.#store.create(key, kept);
      this.#die();
    }
    if (fault === 'late') this.#late.push(() => this.#store.create(key, kept));
    else await this.#deliverLate();
    if (fault === 'lost-before' || fault === 'late') return { kind: 'unknown', cause: 'connection reset' };
    if (fault === 'conflict') return { kind: 'unknown', cause: '409 ConditionalRequestConflict' };
    const answer = await this.#store.create(key, kept);
    this.#dieAfter(fault);
    return fault === 'lost-after' ? { kind: 'unknown', cause: 'timeout' } : answer;
  }

  async read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const fault = this.#next('read', key);
    await this.#deliverLate();
    this.#dieAfter(fault);
    if (fault !== null) return { kind: 'unreadable', cause: 'connection reset', passing: true };
    return this.#store.read(key, version);
  }

  async *listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    const fault = this.#next('list', prefix);
    await this.#deliverLate();
    yield* this.#store.listVersions(prefix, options);
    this.#dieAfter(fault);
  }

  #next(operation: StoreCall['operation'], key: string): Fault | null {
    if (this.#dead) throw new ProcessDied('already dead');
    this.#calls += 1;
    const fault = this.#script({ number: this.#calls, operation, key });
    if (fault === 'die-before') this.#die();
    return fault;
  }

  #dieAfter(fault: Fault | null): void {
    if (fault === 'die-after' || fault === 'die-sent') this.#die(); // what changes nothing leaves nothing on its way
  }

  #die(): never {
    this.#dead = true;
    throw new ProcessDied(`died at request ${this.#calls}`);
  }

  async #deliverLate(): Promise<void> {
    const waiting = this.#late;
    this.#late = [];
    for (const deliver of waiting) await deliver();
  }
}
