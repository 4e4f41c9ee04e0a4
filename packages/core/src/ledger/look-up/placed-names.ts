import type { Place, Places } from '../verify/checks/chain-check.ts';
import type { RecordName } from '../layout.ts';
import { RecordTable } from '../verify/inventory/record-table.ts';

export interface NumberedName {
  /** In the stream, counted from 0. */
  readonly number: number;
  readonly target: readonly [RecordName, Place];
}

/** The records that slots name, in the order of the slots. In the columns of a table: a ledger of years has a million of them. */
export class PlacedNames implements Places, Iterable<NumberedName> {
  readonly #table = new RecordTable();
  readonly #stream = this.#table.newStream();
  size = 0; // a table numbers its records from 0 in the order in which they are entered

  place(name: RecordName, place: Place): Place | null {
    const known = this.#table.find(this.#stream, name);
    if (known !== null) return this.#table.placeOf(known);
    this.#table.place(this.#table.enter(this.#stream, name), place);
    this.size += 1;
    return null;
  }

  /** The record of this number; null: there are not so many. */
  at(number: number): readonly [RecordName, Place] | null {
    const place = number < this.size ? this.#table.placeOf(number) : null;
    return place === null ? null : [this.#table.nameOf(number), place];
  }

  *[Symbol.iterator](): Iterator<NumberedName> {
    for (let number = 0; number < this.size; number++) {
      const target = this.at(number);
      if (target !== null) yield { number, target };
    }
  }
}
