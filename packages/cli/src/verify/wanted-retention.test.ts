import { describe, expect, it } from '@jest/globals';
import { wantedText } from './wanted-retention.ts';

const bucket = { by: 'bucket', days: 30, decisions_ask: null, decisions_unread: [] } as const;

describe('for how long each object is to be locked, as text', () => {
  it('says what the decisions ask for where the bucket gives less', () => {
    expect(wantedText({ ...bucket, decisions_ask: 30 })).toBe('30 days are asked of each object (as the bucket locks by itself)');
    expect(wantedText({ ...bucket, decisions_ask: 2555 })).toContain(
      '; decisions in it ask for 2555 days: with --days 2555 each shorter lock is a finding',
    );
  });

  it('says where no decision was found, so that nobody takes it for one that asks for nothing', () => {
    expect(wantedText({ ...bucket, decisions_unread: ['700001'] })).toBe(
      '30 days are asked of each object (as the bucket locks by itself); no decision in the newest 256 records of stream 700001, and older ones were not asked',
    );
    expect(wantedText({ ...bucket, decisions_unread: ['700001', '700002'] })).toContain('256 records of each of 2 streams,');
  });

  it('says nothing of decisions to whoever names the days, and does not claim a lock that a finding may deny', () => {
    expect(wantedText({ by: 'command-line', days: 31 })).toBe('31 days are asked of each object (--days)');
    expect(wantedText({ by: 'registry', days: 1 })).toBe('1 day is asked of each object (the registry)');
  });
});
