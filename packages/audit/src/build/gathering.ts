import type { Sha256 } from '@proofrail/core/canonical';
import { factsNamedBy, runName, runOf, tiesOf, tiesTo, type TiedRecord } from './decision-evidence.ts';
import { isKind, timeOf, type PlacedRecord } from './placed-record.ts';
import { TieColumn } from './tie-column.ts';

/** Records that a page is made of. */
export interface GatheredRecords {
  /** Every one of the period, and those outside of it that belong to them, in the order of the ledger. */
  readonly records: readonly PlacedRecord[];
  /** Of the rest it is known that they verify, and when the newest of them happened: UTC milliseconds. */
  readonly rest: { readonly records: number; readonly newest: number };
}

/** Everything, where nobody asked for a period. */
export const gathered = (records: readonly PlacedRecord[]): GatheredRecords => ({ records, rest: { records: 0, newest: 0 } });

/**
 * Takes the records of a ledger one after the other and keeps those of a period. Of any other it keeps some bytes, by which it is found
 * again if it belongs to one of the period: an auditor asks for a quarter of a ledger of years.
 */
export class Gathering {
  readonly #from: number;
  readonly #to: number;
  readonly #kept = new Map<number, PlacedRecord>();
  readonly #ties = new TieColumn();
  #left = 0;
  #newest = 0;

  constructor({ from = -Infinity, to = Infinity }: { readonly from?: number; readonly to?: number }) {
    this.#from = from;
    this.#to = to;
  }

  isOfPeriod(record: TiedRecord): boolean {
    const time = timeOf(record);
    return time >= this.#from && time < this.#to;
  }

  /** `number`: ascending in the order of the ledger. */
  keep(entry: PlacedRecord, number: number): void {
    this.#kept.set(number, entry);
  }

  /** One that lies outside of the period. */
  leave(entry: TiedRecord, number: number): void {
    this.#left += 1;
    this.#newest = Math.max(this.#newest, timeOf(entry));
    for (const tie of outsideTies(entry)) this.#ties.add(tie, number);
  }

  /** `read`: gives a record again by its number; null: it does not verify any more. */
  async finish(read: (number: number) => Promise<PlacedRecord | null>): Promise<GatheredRecords> {
    const inside = [...this.#kept.values()];
    const found = await this.#fetch([...inside.flatMap(wantedBy), ...inside.map(claimOn)], read);
    await this.#fetch(found.map(claimOn), read); // another decision may claim what was just found
    const records = [...this.#kept].sort(([a], [b]) => a - b).map(([, entry]) => entry);
    return { records, rest: { records: this.#left, newest: this.#newest } };
  }

  async #fetch(ties: readonly string[], read: (number: number) => Promise<PlacedRecord | null>): Promise<PlacedRecord[]> {
    const found: PlacedRecord[] = [];
    for (const number of this.#ties.numbersOf(ties)) {
      if (this.#kept.has(number)) continue;
      const entry = await read(number);
      if (entry === null) continue;
      this.#kept.set(number, entry);
      this.#left -= 1;
      found.push(entry);
    }
    return found;
  }
}

/** By what a record outside of the period could matter inside. */
function outsideTies(entry: TiedRecord): Iterable<string> {
  const { record } = entry;
  if (record.kind === 'unrecognised') return tiesOf(entry);
  const claims = record.kind === 'policy.decision' ? factsNamedBy({ record }).map(claim) : [];
  return new Set([...tiesOf(entry), ...runOf(record), ...claims]);
}

/** What belongs to a decision, and what an intent announced. */
function wantedBy(entry: PlacedRecord): string[] {
  if (isKind('policy.decision')(entry)) return tiesTo(entry);
  if (!isKind('run.intent')(entry)) return [];
  const { run, attempt } = entry.record.details;
  return [runName(run, attempt)];
}

/** A decision that names a record as its fact has it for itself alone. */
const claim = (fact: Sha256): string => `claims ${fact}`;
const claimOn = ({ placed }: PlacedRecord): string => claim(placed.digest);
