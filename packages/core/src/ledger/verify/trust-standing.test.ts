import { expect, it } from '@jest/globals';
import { trustText } from './trust-standing.ts';

it('the first line of every verification reads as a sentence, whether one stream is pinned or several', () => {
  const standing = { kind: 'trust-file' as const, origin: 'proofrail', keys: 1, pinned: 1 };
  expect(trustText({ ...standing, streams: 1 })).toBe('proofrail, 1 key, 1 of 1 stream pinned to its first slot');
  expect(trustText({ ...standing, streams: 2 })).toBe('proofrail, 1 key, 1 of 2 streams pinned to their first slots');
});
