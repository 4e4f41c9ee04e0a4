import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ATTACKS, type Attack } from './ends.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');

it('declares how each of the 18 attacks ends, and acts each out but those that are named', () => {
  expect(Object.keys(ATTACKS)).toHaveLength(18);
  const missing = Object.entries(ATTACKS).filter(([, { shown }]) => shown === null);
  expect(missing.map(([number]) => number)).toEqual(['9']);
  const shown = Object.entries(ATTACKS).flatMap(([number, { shown, further }]) => [
    { number, shown },
    ...(further === undefined ? [] : [{ number, shown: further.shown }]),
  ]);
  expect(shown.filter((one) => one.shown !== null && !actsOut(one.shown, one.number))).toEqual([]);
});

/** Whether a test, or one of those in a folder, says that it acts out this attack. */
function actsOut(shown: string, number: string): boolean {
  const at = path.join(ROOT, shown);
  const files = statSync(at).isDirectory() ? readdirSync(at).map((file) => path.join(at, file)) : [at];
  const says = new RegExp(String.raw`titleOf\(${number}\)|\(attack ${number}\)`);
  return files.some((file) => file.endsWith('.test.ts') && says.test(readFileSync(file, 'utf8')));
}

it('tells the same in docs/threat-model.md', () => {
  const row = (number: string, { name, end, shown }: Attack): string =>
    `| ${number} | ${name} | ${end} | ${shown === null ? 'not yet' : `\`${shown}\``} |`;
  const rows = Object.entries(ATTACKS).flatMap(([number, attack]) => [
    row(number, attack),
    ...(attack.further === undefined ? [] : [row(`${number}, further`, attack.further)]),
  ]);
  const page = readFileSync(path.join(ROOT, 'docs/threat-model.md'), 'utf8');
  const [, table = ''] = page.split('| # | attack | ends | acted out in |\n| --- | --- | --- | --- |\n');
  expect(table.split('\n\n')[0]?.split('\n')).toEqual(rows);
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
