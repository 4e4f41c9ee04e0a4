import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '../../ports/object-store.ts';
import { StoreAround } from '../store-around.ts';

/** A store of which one look-up reads so many objects at most, each once. What lies beyond is `unreadable`, hence never believed. */
export class FrugalStore extends StoreAround {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<ReadAnswer>>();

  constructor(inner: ObjectStore, most: number) {
    super(inner);
    this.#most = most;
  }

  override read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    const name = `${key} ${version ?? ''}`;
    const known = this.#answers.get(name);
    if (known !== undefined) return known;
    if (this.#answers.size >= this.#most) return Promise.resolve({ kind: 'unreadable', cause: `more than ${this.#most} reads` });
    const answer = super.read(key, version);
    this.#answers.set(name, answer);
    return answer;
  }
}
