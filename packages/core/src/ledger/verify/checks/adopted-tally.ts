import type { Sha256 } from '../../../canonical/digest.ts';
import { digestOfName, type RecordName } from '../../layout.ts';
import type { Place } from './chain-check.ts';

/** Of a stream in which many write at once, nearly every record may be one: the count says how many there are. */
const MOST_NAMED = 10_000;

/**
 * Records that another writer than their own put in order, by the signed word of that other one. Theirs may have died before it had an
 * answer, or may only have been slower: what it heard is written down nowhere.
 */
export interface AdoptedRecords {
  readonly count: number;
  /** The first of them, in the order of the stream. */
  readonly records: readonly AdoptedRecord[];
}

export interface AdoptedRecord extends Place {
  readonly record: Sha256;
}

export class AdoptedTally {
  #count = 0;
  readonly #records: AdoptedRecord[] = [];

  add(place: Place, name: RecordName): void {
    this.#count += 1;
    if (this.#count <= MOST_NAMED) this.#records.push({ ...place, record: digestOfName(name) });
  }

  all(): AdoptedRecords {
    return { count: this.#count, records: this.#records };
  }
}
