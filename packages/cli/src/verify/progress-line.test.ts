import { expect, it } from '@jest/globals';
import { progressLine } from './progress-line.ts';

/** What is said of a verification of `total` objects that checks `rate` of them in each of its seconds, batch by batch. */
function said(total: number, rate: number): string[] {
  const lines: string[] = [];
  let checked = 0;
  const clock = { now: () => Math.round((checked / rate) * 1000) };
  const silent = () => undefined;
  const onProgress = progressLine({ clock, logger: { info: silent, warning: silent, progress: (line) => lines.push(line) } });
  while (checked < total) {
    checked = Math.min(checked + 128, total);
    onProgress({ checked, total });
  }
  return lines;
}

it('tells rate and time left, five times a second at most, and the end', () => {
  const lines = said(200_000, 4_000);
  expect(lines.length).toBeLessThan(5 * 50 + 2);
  expect(lines[0]).toMatch(/^verifying: \d+ of 200000 objects$/); // no rate yet
  expect(lines[100]).toMatch(/^verifying: \d+ of 200000 objects, 4000\/s, \d+ s left$/);
  expect(lines.at(-1)).toBe('verifying: 200000 of 200000 objects, 4000/s, 0 s left');
});

it('tells minutes and hours where it takes so long', () => {
  const lines = said(20_000_000, 3_900);
  expect(lines[500]).toMatch(/, 1 h \d+ min left$/);
  expect(lines.at(-1_000)).toMatch(/, \d min left$/);
});

it('never tells of more objects than there are', () => {
  const lines: string[] = [];
  const logger = { info: () => undefined, warning: () => undefined, progress: (line: string) => lines.push(line) };
  progressLine({ clock: { now: () => 0 }, logger })({ checked: 25, total: 24 });
  expect(lines).toEqual(['verifying: 25 of 25 objects']);
});
