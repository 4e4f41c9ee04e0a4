import { describe, expect, it } from '@jest/globals';
import { displayWidth } from './display-width.ts';
import { table, wrap } from './table.ts';

describe('width', () => {
  it.each([
    ['plain', 5],
    ['日本語', 6],
    ['한국', 4],
    ['ｆｕｌｌ', 8],
    ['e\u0301tude', 5],
    ['✅', 2],
    ['Ä', 1],
  ])('of %s is what a terminal gives it', (text, width) => expect(displayWidth(text)).toBe(width));
});

describe('a table on a terminal', () => {
  it('starts every column at the same place whatever the script of the cells before', () => {
    const names = ['plain', '日本語', 'e\u0301tude', '✅ done', 'Ä', 'ｆｕｌｌ', '한국'];
    const lines = table(names.map((name) => [name, '|'])).split('\n');
    expect(new Set(lines.map((line) => displayWidth(line))).size).toBe(1);
  });

  it('does not count colour as width', () => {
    const [first, second] = table([
      [{ text: 'no', look: (text) => `\u001b[31m${text}\u001b[39m` }, 'x'],
      ['never', 'x'],
    ]).split('\n');
    expect(first?.replace(/\u001b\[\d+m/g, '')).toBe('no     x');
    expect(second).toBe('never  x');
  });

  it('keeps a digest whole, so that it can be copied, even where it is wider than the terminal', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(wrap(`digest ${digest} ends`, 30)).toEqual(['digest', digest, 'ends']);
  });

  it('wraps the last column under itself', () => {
    expect(table([['rule', 'one two three four five six seven']], { columns: 30 })).toBe(
      'rule  one two three four five\n      six seven',
    );
  });

  it('wraps the widest of the other columns too where the last alone cannot keep the table within the terminal', () => {
    const rows = [
      ['rule', 'controls', 'what it asks'],
      ['approvals.quorum', 'A.8.32 A.5.3 CC8.1 CC6.3 CC7.1', 'Enough people have approved exactly this commit'],
    ];
    expect(table(rows, { columns: 60 }).split('\n')).toEqual([
      'rule              controls          what it asks',
      'approvals.quorum  A.8.32 A.5.3      Enough people have',
      '                  CC8.1 CC6.3       approved exactly this',
      '                  CC7.1             commit',
    ]);
  });

  it('breaks no word for it: what cannot keep within the terminal stands as it is', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(table([['record', digest, 'one two three four five six seven']], { columns: 60 }).split('\n')).toEqual([
      `record  ${digest}  one two three four five`,
      `${' '.repeat(8 + digest.length + 2)}six seven`,
    ]);
  });

  it('takes as many rows as a scanner has findings', () => {
    const rows = Array.from({ length: 200_000 }, () => ['high', 'R1']);
    expect(table(rows)).toHaveLength(200_000 * 'high  R1\n'.length - 1);
  });

  it('is empty when there is nothing to show', () => expect(table([])).toBe(''));
});
