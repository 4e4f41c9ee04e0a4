import { UnavailableError } from '../outcomes/index.ts';
import type { Refusal } from './lint/lint-record.ts';

/**
 * A record that nobody may sign: a ledger cannot forget, so what may have to leave must not enter. Ends in 3, after `refusalRecord`
 * was written in its place (decisions.md, Evidence).
 */
export class RecordRefused extends UnavailableError {
  readonly kind: string;
  readonly refusals: readonly Refusal[];

  constructor(kind: string, refusals: readonly Refusal[]) {
    const fields = refusals.map(({ pointer, why }) => `${pointer} (${why})`).join(', ');
    super('evidence/refused', {
      expected: 'a record without secrets and without personal data',
      found: `what looks like one, in ${fields}`,
      at: `${kind} record`,
      doThis: 'Find out where the value comes from and keep it out: the field is named here, the value on purpose is not.',
    });
    this.kind = kind;
    this.refusals = refusals;
  }
}
