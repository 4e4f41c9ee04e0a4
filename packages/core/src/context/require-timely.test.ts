import { describe, expect, it } from '@jest/globals';
import { requireTimely } from './require-timely.ts';
import { AT, LATER, listed, report, review, sampleFacts, scanOf } from './test/sample-change.ts';

const MINUTE = 60_000;
const after = (minutes: number): string => new Date(Date.parse(LATER) + minutes * MINUTE).toISOString();
const check = (change: Parameters<typeof sampleFacts>[0], now = AT * 1000) =>
  requireTimely({ ...sampleFacts(change), read_at: LATER }, now, 'facts.json');
const refused = (pointer: string) =>
  expect.objectContaining({ code: 'facts/time', outcome: 'invalid', at: `facts.json#${pointer}` });
const last_push = (minutes: number) => ({
  ...sampleFacts().change,
  last_push: { known: true as const, value: { at: after(minutes), person: '1' } },
});
const [scan] = [scanOf(report('one', []))];

describe('facts that were handed over', () => {
  it('may be of clocks that differ by five minutes', () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ reviews: listed([review({ submitted_at: after(5) })]), change: last_push(5) })).not.toThrow();
    expect(() => check({}, Date.parse(LATER) - 5 * MINUTE)).not.toThrow();
  });

  it.each([
    ['a review', '/reviews/value/items/0/submitted_at', { reviews: listed([review({ submitted_at: after(6) })]) }],
    ['the last push', '/change/last_push/value/at', { change: last_push(6) }],
    ['a scan', '/scans/value/items/0/completed_at', { scans: listed([{ ...scan, completed_at: after(6) }]) }],
  ])('are refused with %s from after they were read', (_, pointer, change) => {
    expect(() => check(change)).toThrow(refused(pointer));
  });

  it('are refused when nobody can have read them yet', () => {
    expect(() => check({}, Date.parse(LATER) - 6 * MINUTE)).toThrow(refused('/read_at'));
  });
});
