import { sha256 } from '@proofrail/core/canonical';
import { StoreAround, type StreamId } from '@proofrail/core/ledger';
import type { ListOptions, ObjectStore, ObjectVersion } from '@proofrail/core/ports';
import { recordKey, recordName } from '../../packages/core/src/ledger/layout.ts';
import { START } from './small-ledger.ts';

/** A ledger in which so many records more lie than were written: nobody has to sign a million to see what one question costs among them. */
export class CrowdedStore extends StoreAround {
  readonly #stream: StreamId;
  readonly #records: number;
  /** How many of them were listed. */
  listed = 0;

  constructor(inner: ObjectStore, stream: StreamId, records: number) {
    super(inner);
    this.#stream = stream;
    this.#records = records;
  }

  override async *listVersions(prefix: string, options: ListOptions = {}): AsyncIterable<ObjectVersion> {
    yield* super.listVersions(prefix, options);
    for (let n = 1; n <= this.#records; n += 1) {
      const key = recordKey(this.#stream, recordName(START + n, sha256(String(n))));
      if (!key.startsWith(prefix)) return; // they begin alike: none does
      this.listed += 1;
      if (key > (options.after ?? '')) yield { key, version: null, kind: 'data', newest: true, size: 1 };
    }
  }
}
