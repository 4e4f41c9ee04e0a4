import { describe, expect, it } from '@jest/globals';
import { retentionOf } from './retention.ts';

describe('retention', () => {
  it('counts 7 years as 2,555 days', () => {
    expect(retentionOf(7, 'locked', 2_555)).toMatchObject({ state: 'held', days: 2_555 });
    expect(retentionOf(7, 'locked', 2_554)).toMatchObject({ state: 'too-short' });
  });

  it('is never claimed where the medium does not enforce it', () => {
    expect(retentionOf(1, 'local', 10_000)).toMatchObject({ state: 'not-enforced' });
    expect(retentionOf(1, 'volatile', 10_000)).toMatchObject({ state: 'not-enforced' });
    expect(retentionOf(1, 'locked', null)).toMatchObject({ state: 'not-enforced' });
  });
});
