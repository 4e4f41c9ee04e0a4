import type { Sha256 } from '../../../canonical/digest.ts';
import type { VersionId } from '../../../ports/object-store.ts';
import type { Place } from '../checks/chain-check.ts';
import type { Target } from '../inspect/inspector.ts';
import type { RecordName } from '../../layout.ts';
import type { NamedCheckpoint } from '../../stored/named-checkpoint.ts';
import { NumberList } from './number-list.ts';
import type { RecordTable } from './record-table.ts';
import { VersionColumn } from './version-column.ts';

/** A record between two seals: one that it names, and one that covers it. */
export interface TimedRecord {
  readonly name: RecordName;
  /** Null: no slot holds it. */
  readonly place: Place | null;
  /** Null: it names none, or it is not what it should be. */
  readonly checkpoint: NamedCheckpoint | null;
}

/** The records of one stream: what the listing shows, what slots name, and where it stands. */
export class StreamRecords {
  readonly #table: RecordTable;
  /** The stream, as the table knows it. */
  readonly #stream: number;
  /** By number. */
  readonly #listed = new NumberList();
  readonly #unlisted: number[] = [];
  #isAscending = true;
  readonly #versions = new VersionColumn();

  constructor(table: RecordTable) {
    this.#table = table;
    this.#stream = table.newStream();
  }

  /** Listed ones, and those that slots name beside them. */
  get size(): number {
    return this.#listed.size + this.#unlisted.length;
  }

  /** Versions of one record come one after the other, the earliest last: that one counts. */
  list(name: RecordName, version: VersionId | null): void {
    const id = this.#table.enter(this.#stream, name);
    this.#versions.set(id, version);
    if (this.#table.isListed(id)) return;
    this.#table.markListed(id);
    const { last } = this.#listed;
    this.#isAscending &&= last === null || this.#table.compareNames(last, id) < 0;
    this.#listed.add(id);
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

  /** The newest one that the writer of the record says it knew. */
  nameCheckpoint(name: RecordName, checkpoint: NamedCheckpoint): void {
    this.#table.checkpoints.set(this.#table.enter(this.#stream, name), checkpoint);
  }

  /** Whether any record of the ledger, in whatever stream, names a checkpoint. */
  get anyNamesCheckpoint(): boolean {
    return !this.#table.checkpoints.isEmpty;
  }

  holds(digest: Sha256): boolean {
    return this.#table.hasDigest(this.#stream, digest);
  }

  /** Another name under which the same record was visited before, in whatever stream. */
  visit(name: RecordName): RecordName | null {
    return this.#table.visit(this.#table.enter(this.#stream, name));
  }

  /** What is to be held against the seals, of every record that the listing showed: what came later may know of later seals. */
  *timed(): Iterable<TimedRecord> {
    for (const id of this.#inOrder())
      yield { name: this.#table.nameOf(id), place: this.#table.placeOf(id), checkpoint: this.#table.checkpoints.get(id) };
  }

  /** In the order of their names, then what the listing did not show. */
  *targets(): Iterable<Target<RecordName>> {
    for (const ids of [this.#inOrder(), this.#unlisted])
      for (const id of ids) yield { name: this.#table.nameOf(id), version: this.#versions.get(id) };
  }

  /** What the listing showed, by name. */
  #inOrder(): Iterable<number> {
    if (!this.#isAscending) this.#listed.sort((a, b) => this.#table.compareNames(a, b));
    this.#isAscending = true;
    return this.#listed;
  }
}
