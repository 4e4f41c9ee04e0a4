import { describe, expect, it } from '@jest/globals';
import { ulid } from './ulid.ts';

const zeros = (bytes: number) => new Uint8Array(bytes);
const ones = (bytes: number) => new Uint8Array(bytes).fill(0xff);

describe('an id', () => {
  it('is what the specification makes of time and randomness', () => {
    expect(ulid(0, zeros)).toBe('0'.repeat(26));
    expect(ulid(1_469_918_176_385, zeros)).toBe('01ARYZ6S410000000000000000');
    expect(ulid(2 ** 48 - 1, ones)).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
  });

  it('sorts by time, whatever the randomness', () => {
    for (let at = 1; at < 1_800_000_000_000; at = at * 3 + 7) expect(ulid(at, ones) < ulid(at + 1, zeros)).toBe(true);
  });
});
