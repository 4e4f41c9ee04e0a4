import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { attacksPage } from '../../tools/docs/attacks-page.ts';
import { isShown } from './attack.ts';
import { describeAttacks } from './describe-attacks.ts';
import { SECTIONS } from './rows/index.ts';

const ALL = SECTIONS.flatMap(({ attacks }) => attacks);

for (const section of SECTIONS) describeAttacks(section);

describe('the table', () => {
  it('has each of its 72 rows once, in order: what is not declared is not claimed', () => {
    expect(ALL.map(({ row }) => row)).toEqual(Array.from({ length: 72 }, (_, index) => index + 1));
  });

  it('names for each section the file in which its rows are declared', () => {
    for (const { file, attacks } of SECTIONS) {
      const declared = [...readFileSync(`test/attacks/rows/${file}`, 'utf8').matchAll(/\n {4}row: (\d+),/g)];
      expect(declared.map(([, row]) => Number(row))).toEqual(attacks.map(({ row }) => row));
    }
  });

  it('says of each attack how its test was seen red: a test that cannot fail shows nothing', () => {
    expect(ALL.filter(isShown).filter(({ seenRed }) => !/^with .* (in \S+\.(ts|rego)|left out of \w+)/.test(seenRed))).toEqual(
      [],
    );
  });

  it('leads to the live checklist where only github.com can prove the rest', () => {
    const headings = [...readFileSync('docs/live-checklist.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(expect.arrayContaining(ALL.filter(isShown).flatMap(({ live }) => live ?? [])));
  });

  it('is what docs/attacks.md shows', () => expect(readFileSync('docs/attacks.md', 'utf8')).toContain(attacksPage()));
});
