import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ATTACKS, attacksTable } from './ends.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');

it('declares how each of the 18 attacks ends, and acts each out', () => {
  expect(Object.keys(ATTACKS)).toHaveLength(18);
  const shown = Object.entries(ATTACKS).flatMap(([number, { shown, further }]) => [
    { number, shown },
    ...(further === undefined ? [] : [{ number, shown: further.shown }]),
  ]);
  expect(shown.filter((one) => !actsOut(one.shown, one.number))).toEqual([]);
});

/** Whether a test, or one of those in a folder, says that it acts out this attack. */
function actsOut(shown: string, number: string): boolean {
  const at = path.join(ROOT, shown);
  const files = statSync(at).isDirectory() ? readdirSync(at).map((file) => path.join(at, file)) : [at];
  const says = new RegExp(String.raw`titleOf\(${number}\)|\(attack ${number}\)`);
  return files.some((file) => file.endsWith('.test.ts') && says.test(readFileSync(file, 'utf8')));
}

it('acts out on the real server what it says it does there', () => {
  const file = readFileSync(path.join(import.meta.dirname, 'on-a-real-server.test.ts'), 'utf8');
  const numbers = [...file.matchAll(/titleOf\((\d+)\)/g)].map(([, number]) => number);
  expect(numbers).toEqual(Object.entries(ATTACKS).flatMap(([number, { onServer }]) => (onServer === true ? number : [])));
});

it('is the table of docs/threat-model.md', () => {
  expect(readFileSync(path.join(ROOT, 'docs/threat-model.md'), 'utf8')).toContain(`\n${attacksTable()}\n`);
});

it('counts the ends', () => {
  const counts = new Map<string, number>();
  for (const { end } of Object.values(ATTACKS)) counts.set(end, (counts.get(end) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    'found by verify': 7,
    'found with an anchor': 4,
    'refused by policy': 6,
    'found by reconciliation': 1,
  });
});
