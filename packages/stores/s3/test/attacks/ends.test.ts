import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ATTACKS, attacksTable } from './ends.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');

it('declares how each of the 18 attacks ends, and acts each out', () => {
  expect(Object.keys(ATTACKS)).toHaveLength(18);
  for (const [number, { shown }] of Object.entries(ATTACKS)) {
    const at = path.join(ROOT, shown);
    expect([number, existsSync(at)]).toEqual([number, true]);
    if (!statSync(at).isDirectory()) continue;
    const tests = readdirSync(at).filter((file) => file.endsWith('.test.ts'));
    const actedOut = tests.some((file) => readFileSync(path.join(at, file), 'utf8').includes(`titleOf(${number})`));
    expect([number, actedOut]).toEqual([number, true]);
  }
});

it('acts out on the real server what it says it does there', () => {
  const file = readFileSync(path.join(import.meta.dirname, 'on-a-real-server.test.ts'), 'utf8');
  const numbers = [...file.matchAll(/titleOf\((\d+)\)/g)].map(([, number]) => number);
  expect(numbers).toEqual(Object.entries(ATTACKS).flatMap(([number, { onServer }]) => (onServer === true ? number : [])));
});

it('is the table of docs/ledger.md', () => {
  expect(readFileSync(path.join(ROOT, 'docs/ledger.md'), 'utf8')).toContain(`\n${attacksTable()}\n`);
});

it('counts the ends', () => {
  const counts = new Map<string, number>();
  for (const { end } of Object.values(ATTACKS)) counts.set(end, (counts.get(end) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    'found by verify': 6,
    'found with an anchor': 5,
    'refused by policy': 6,
    'found by reconciliation': 1,
  });
});
