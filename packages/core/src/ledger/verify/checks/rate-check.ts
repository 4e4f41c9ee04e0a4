import { finding, type Finding } from '../finding.ts';
import { recordKey, timeOfName, type RecordName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';

const HOUR = 3_600_000;
/** A thousand gated changes an hour in one repository: what lies above is a loop, or somebody who wants it to cost (attack 17). */
export const MOST_AN_HOUR = 10_000;

/** Counts the records of each hour, by the times in their names. Records come in the order of the listing, which is that of time. */
export class RateCheck {
  #hour = 0;
  #count = 0;
  #most = 0;
  #first: RecordName | null = null;
  #worst: RecordName | null = null;

  visit(name: RecordName): void {
    const hour = Math.floor(timeOfName(name) / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#count = 0;
      this.#first = name;
    }
    this.#count += 1;
    if (this.#count <= this.#most) return;
    this.#most = this.#count;
    this.#worst = this.#first;
  }

  /** The worst hour, where it holds more records than anybody has to write. */
  findings(stream: StreamId): Finding[] {
    if (this.#worst === null || this.#most <= MOST_AN_HOUR) return [];
    const from = new Date(Math.floor(timeOfName(this.#worst) / HOUR) * HOUR).toISOString();
    const detail = `${this.#most} records in the hour from ${from}: a job that writes in a loop, or somebody who floods the ledger.`;
    return [finding({ kind: 'flood', code: 'record/flood', stream, key: recordKey(stream, this.#worst), detail })];
  }
}
