import { describe, expect, it } from '@jest/globals';
import { retentionText } from './retention-text.ts';
import { checkRetention } from './retention.ts';

const DAY = 86_400_000;
const LEDGER = { by: 'ledger' } as const;
const writtenAt = Date.parse('2026-11-21T00:00:00Z');
const locked = (days: number, years = 7) =>
  checkRetention({ years, writtenAt, assurance: 'locked', lockedUntil: writtenAt + days * DAY, keeping: LEDGER });

describe('retention', () => {
  it('of seven years is 2,555 days and not one less', () => {
    expect(locked(2555)).toEqual({ kind: 'kept', until: writtenAt + 2555 * DAY });
    expect(locked(2554)).toMatchObject({ kind: 'too-short' });
  });

  it('follows the registry: the same lock that is enough for 7 years is too short for 10', () => {
    expect([locked(2555, 7).kind, locked(2555, 10).kind]).toEqual(['kept', 'too-short']);
  });

  it.each(['local', 'volatile'] as const)('is not kept by a medium that is %s, whatever it claims', (assurance) => {
    expect(checkRetention({ years: 1, writtenAt, assurance, lockedUntil: writtenAt + 9999 * DAY, keeping: LEDGER }).kind).toBe(
      'not-enforced',
    );
  });

  it('is not kept by an artifact of a run, whatever the medium claims, and the text says after how many days it goes', () => {
    const kept = checkRetention({
      years: 7,
      writtenAt,
      assurance: 'locked',
      lockedUntil: writtenAt + 9999 * DAY,
      keeping: { by: 'artifact', days: 90 },
    });
    expect(kept).toMatchObject({ kind: 'not-retained', days: 90 });
    expect(retentionText(kept)).toBe('to be kept until 2033-11-19 UTC, but not retained: GitHub deletes this after 90 days');
  });

  it('is not kept by a lock that nobody has read', () => {
    expect(checkRetention({ years: 1, writtenAt, assurance: 'locked', lockedUntil: null, keeping: LEDGER }).kind).toBe(
      'not-enforced',
    );
  });
});
