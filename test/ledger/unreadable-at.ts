import type { ObjectStore } from '@proofrail/core/ports';
import { FaultyStore } from '@proofrail/store-memory';

/** The same ledger for a role that may not read some of its objects. */
export const unreadableAt = (store: ObjectStore, ...keys: readonly string[]): ObjectStore =>
  new FaultyStore(store, ({ operation, key }) => (operation === 'read' && keys.includes(key) ? 'lost-before' : null));
