import type { Sha256 } from '../canonical/digest.ts';
import type { VersionId } from '../ports/object-store.ts';
import type { Place } from './chain-check.ts';
import type { Target } from './inspector.ts';
import type { RecordName } from './layout.ts';
import type { RecordTable } from './record-table.ts';
import { VersionColumn } from './version-column.ts';

/** The records of one stream: what the listing shows, what slots name, and where it stands. */
export class StreamRecords {
  readonly #table: RecordTable;
  /** The stream, as the table knows it. */
  readonly #stream: number;
  /** By number. */
  readonly #listed: number[] = [];
  readonly #unlisted: number[] = [];
  #isAscending = true;
  readonly #versions = new VersionColumn();

  constructor(table: RecordTable) {
    this.#table = table;
    this.#stream = table.newStream();
  }

  /** Listed ones, and those that slots name beside them. */
  get size(): number {
    return this.#listed.length + this.#unlisted.length;
  }

  /** Versions of one record come one after the other, the earliest last: that one counts. */
  list(name: RecordName, version: VersionId | null): void {
    const id = this.#table.enter(this.#stream, name);
    this.#versions.set(id, version);
    if (this.#table.isListed(id)) return;
    this.#table.markListed(id);
    const last = this.#listed.at(-1);
    this.#isAscending &&= last === undefined || this.#table.compareNames(last, id) < 0;
    this.#listed.push(id);
  }

  isListed(name: RecordName): boolean {
    const id = this.#table.find(this.#stream, name);
    return id !== null && this.#table.isListed(id);
  }

  versionOf(name: RecordName): VersionId | null {
    const id = this.#table.find(this.#stream, name);
    return id === null ? null : this.#versions.get(id);
  }

  /** Where a slot names it first. Null: this is where; else an earlier place, which stays. */
  place(name: RecordName, place: Place): Place | null {
    const id = this.#table.enter(this.#stream, name);
    const first = this.#table.placeOf(id);
    if (first !== null) return first;
    this.#table.place(id, place);
    if (!this.#table.isListed(id)) this.#unlisted.push(id); // read by name before it is called missing
    return null;
  }

  placeOf(name: RecordName): Place | null {
    const id = this.#table.find(this.#stream, name);
    return id === null ? null : this.#table.placeOf(id);
  }

  holds(digest: Sha256): boolean {
    return this.#table.hasDigest(this.#stream, digest);
  }

  /** Another name under which the same record was visited before, in whatever stream. */
  visit(name: RecordName): RecordName | null {
    return this.#table.visit(this.#table.enter(this.#stream, name));
  }

  /** In the order of their names, then what the listing did not show. */
  *targets(): Iterable<Target<RecordName>> {
    if (!this.#isAscending) this.#listed.sort((a, b) => this.#table.compareNames(a, b));
    this.#isAscending = true;
    for (const ids of [this.#listed, this.#unlisted])
      for (const id of ids) yield { name: this.#table.nameOf(id), version: this.#versions.get(id) };
  }
}
