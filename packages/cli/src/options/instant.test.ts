import { expect, it } from '@jest/globals';
import { instant } from './instant.ts';

it('holds the whole last day of a period', () => {
  expect(instant('2026-12-31', 'end') - instant('2026-12-31')).toBe(86_400_000);
});

it('reads a time as UTC wherever the machine stands', () => {
  expect(instant('2026-11-21T04:00:00Z')).toBe(Date.UTC(2026, 10, 21, 4));
});

it.each([
  '',
  ' ',
  'yesterday',
  '2026-02-31',
  '2026-13-01',
  '21.11.2026',
  '2026-11-21T04:00',
  '2026-11-21T04:00:00+01:00',
  '1764000000',
])('refuses %j instead of guessing', (text) => expect(() => instant(text)).toThrow());
