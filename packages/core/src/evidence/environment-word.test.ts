import { describe, expect, it } from '@jest/globals';
import { environmentWord } from './environment-word.ts';

describe('the name of an environment in a record', () => {
  it('is one word for what the platform takes for one environment', () => {
    expect(['Production', 'PRODUCTION', 'production'].map(environmentWord)).toEqual(Array(3).fill('production'));
  });

  it.each([
    '',
    'a b',
    'a/b',
    'prod\u200b',
    'ada@example.org',
    'a'.repeat(101),
    '-x',
    'x-',
    '\u212Aitchen',
    'ghp_a1B2c3D4e5F6g7H8i9J0',
  ])('is never free text: %j', (name) => {
    expect(environmentWord(name)).toBeNull();
  });
});
