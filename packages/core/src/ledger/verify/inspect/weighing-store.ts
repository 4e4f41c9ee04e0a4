import type { Turnstile } from '../../../concurrency/turnstile.ts';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '../../../ports/object-store.ts';
import { StoreAround } from '../../store-around.ts';

/** What is read at once, of one kind. A slot has from one kilobyte to half a megabyte, and its neighbours are much like it. */
const BYTES_AT_ONCE = 1_000_000;

/** How many may read from it at once: `most` of what is small, `least` of what is large, and until the first object came. */
export interface Width {
  readonly turnstile: Turnstile;
  readonly least: number;
  readonly most: number;
}

/** A store that is read through a turnstile, which it widens or narrows by the object that came last. */
export class WeighingStore extends StoreAround {
  readonly #width: Width;

  constructor(inner: ObjectStore, width: Width) {
    super(inner);
    this.#width = width;
  }

  override async read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const answer = await super.read(key, version);
    if (answer.kind === 'found') this.#weigh(answer.bytes.length);
    return answer;
  }

  #weigh(bytes: number): void {
    const { turnstile, least, most } = this.#width;
    turnstile.most = Math.min(most, Math.max(least, Math.floor(BYTES_AT_ONCE / Math.max(bytes, 1))));
  }
}
