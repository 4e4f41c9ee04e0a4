import { describe, expect, it } from '@jest/globals';
import type { RecordName } from '../../layout.ts';
import { MOST_AN_HOUR, RateCheck } from './rate-check.ts';

const HOUR = 3_600_000;
const name = (time: number): RecordName => `${String(time).padStart(13, '0')}-${'a'.repeat(64)}` as RecordName;

/** What is found where these many records lie in each of the hours from 1 on. */
function found(...hours: readonly number[]) {
  const rate = new RateCheck();
  for (const [index, records] of hours.entries())
    for (let n = 0; n < records; n++) rate.visit(name((index + 1) * HOUR + Math.floor((n * HOUR) / records)));
  return rate.findings('42' as never);
}

describe('a flood of records', () => {
  it('is told of the worst hour, with its count and the first of its records', () => {
    expect(found(5, MOST_AN_HOUR + 1, MOST_AN_HOUR + 7, 5)).toMatchObject([
      {
        kind: 'flood',
        code: 'record/flood',
        key: `v1/records/42/${name(3 * HOUR)}`,
        detail:
          '10007 records in the hour from 1970-01-01T03:00:00.000Z: a job that writes in a loop, or somebody who floods the ledger.',
      },
    ]);
  });

  it('is not told of as many as a busy repository writes', () => expect(found(MOST_AN_HOUR, MOST_AN_HOUR)).toEqual([]));
});
