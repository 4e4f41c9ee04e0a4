import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import { firstIndex } from '../../first-index.ts';
import type { RecordName } from '../../layout.ts';
import { MAX_RECENT } from '../../stored/slot.ts';

/** One digest for a list of names, so that lists can be compared without being carried about. */
export function digestOfNames(names: readonly RecordName[]): Sha256 {
  return sha256(names.join());
}

/**
 * The highest names that were committed so far, ascending: from them a verifier recomputes what a slot says in `recent`. That is never
 * longer than MAX_RECENT, so that lower names need not be kept.
 */
export class CommittedNames {
  readonly #names: RecordName[] = [];

  /** `name` must be new. Late records are rare and land near the end, so that this is an append in practice. */
  add(name: RecordName): void {
    const last = this.#names.at(-1);
    if (last === undefined || last < name) this.#names.push(name);
    else this.#names.splice(this.#firstFrom(name), 0, name);
    if (this.#names.length > 4 * MAX_RECENT) this.#names.splice(0, this.#names.length - 2 * MAX_RECENT);
  }

  /** digestOfNames of the committed names from `floor` upwards. */
  digestFrom(floor: RecordName): Sha256 {
    return digestOfNames(this.#names.slice(this.#firstFrom(floor)));
  }

  #firstFrom(floor: RecordName): number {
    return firstIndex(this.#names, (name) => name >= floor);
  }
}
