import type { LedgerObject } from '@proofrail/audit/cloudtrail';
import { parseKey, timeOfName } from '@proofrail/core/ledger';
import type { ObjectStore, ObjectVersion } from '@proofrail/core/ports';

const WHOLE_LEDGER = 'v1/';

/** Everything that lies in a ledger, under the keys that its objects have in the bucket. */
export async function ledgerObjects(store: ObjectStore, prefix: string): Promise<LedgerObject[]> {
  const objects: LedgerObject[] = [];
  for await (const object of store.listVersions(WHOLE_LEDGER)) {
    const { key, version, kind } = object;
    objects.push({ key: prefix + key, version, kind, createdAt: object.stored ?? timeInName(object) });
  }
  return objects;
}

/** A copy in a folder has lost the times of its objects; a record says in its name when it was handed over for storing. */
function timeInName({ key }: ObjectVersion): number | null {
  const parsed = parseKey(key);
  return parsed?.kind === 'record' ? timeOfName(parsed.name) : null;
}
