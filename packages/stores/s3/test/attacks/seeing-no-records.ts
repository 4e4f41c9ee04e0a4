import { StoreAround } from '@proofrail/core/ledger';
import type { ListOptions, ObjectVersion } from '@proofrail/core/ports';

/** What a writer that will not commit for others makes of a bucket. */
export class SeeingNoRecords extends StoreAround {
  override async *listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    for await (const object of super.listVersions(prefix, options)) if (!object.key.includes('/records/')) yield object;
  }
}
