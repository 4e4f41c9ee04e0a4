import { expect, it } from '@jest/globals';
import { counted } from './counted.ts';

it.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [2, '2 entries'],
])('counts %i as people say it', (count, words) => expect(counted(count, 'entry', 'entries')).toBe(words));
