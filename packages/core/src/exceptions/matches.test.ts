import { describe, expect, it } from '@jest/globals';
import { matches, type Excusable } from './matches.ts';
import { FINGERPRINT, GOOD } from './sample.test-support.ts';

const FINDING: Excusable = { rule: GOOD.rule, repository: '42', fingerprint: FINGERPRINT, path: 'src/a.py' };

describe('matches', () => {
  it('wants the same rule, repository and finding, each exactly', () => {
    expect(matches(GOOD, FINDING)).toBe(true);
    const others: Partial<Excusable>[] = [
      { rule: 'scans.threshol' },
      { repository: '4' },
      { repository: '42 ' },
      { fingerprint: FINGERPRINT.toUpperCase() },
      { fingerprint: '' },
    ];
    for (const other of others) expect([other, matches(GOOD, { ...FINDING, ...other })]).toEqual([other, false]);
    expect(matches(GOOD, { rule: GOOD.rule, repository: '42' })).toBe(false);
  });

  it('stays in its environment, and without one holds in all', () => {
    const production = { ...GOOD, scope: { ...GOOD.scope, environment: 'production' } };
    expect(matches(production, { ...FINDING, environment: 'production' })).toBe(true);
    expect(matches(production, { ...FINDING, environment: 'staging' })).toBe(false);
    expect(matches(production, FINDING)).toBe(false);
    expect(matches(GOOD, { ...FINDING, environment: 'staging' })).toBe(true);
  });

  it('never lets an exception for one class of subject excuse another', () => {
    const subjects = [{ finding: FINGERPRINT }, { digest: FINGERPRINT }, { path: 'src/a.py' }, 'whole-rule'] as const;
    const failures: Partial<Excusable>[] = [{ fingerprint: FINGERPRINT }, { digest: FINGERPRINT }, { path: 'src/a.py' }, {}];
    const table = subjects.map((subject) =>
      failures.map((failure) =>
        matches({ ...GOOD, scope: { ...GOOD.scope, subject } }, { rule: GOOD.rule, repository: '42', ...failure }),
      ),
    );
    expect(table).toEqual(subjects.map((_, row) => failures.map((__, column) => row === column)));
  });
});
