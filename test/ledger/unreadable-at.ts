import { StoreAround } from '@proofrail/core/ledger';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '@proofrail/core/ports';

/** The same ledger for a role that may not read some of its objects. */
export const unreadableAt = (store: ObjectStore, ...keys: readonly string[]): ObjectStore => new DeniedStore(store, keys);

class DeniedStore extends StoreAround {
  readonly #keys: readonly string[];

  constructor(store: ObjectStore, keys: readonly string[]) {
    super(store);
    this.#keys = keys;
  }

  override read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const denied: ReadAnswer = { kind: 'unreadable', cause: '403 AccessDenied' };
    return this.#keys.includes(key) ? Promise.resolve(denied) : super.read(key, version);
  }
}
