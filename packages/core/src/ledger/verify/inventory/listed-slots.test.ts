import { expect, it } from '@jest/globals';
import type { VersionId } from '../../../ports/object-store.ts';
import { ListedSlots } from './listed-slots.ts';

it('slots are walked upwards, each with its version, in whatever order a folder lists them', () => {
  const slots = new ListedSlots();
  const versionOf = (seq: number): VersionId | null => (seq % 2 === 0 ? null : (`version ${seq}` as VersionId));
  const numbers = Array.from({ length: 1_000 }, (_, n) => ((n * 367) % 1_000) + 1);
  for (const seq of numbers) slots.enter(seq, versionOf(seq));
  const upwards = [...numbers].sort((a, b) => a - b);
  expect([...slots]).toEqual(upwards.map((seq) => ({ name: seq, version: versionOf(seq) })));
});
