import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { seededRandom } from '@proofrail/testkit';
import { diffText } from './file-diff.ts';
import { unifiedDiff } from './unified-diff.ts';

it('says nothing about equal texts', () => expect(unifiedDiff('a\nb\n', 'a\nb\n')).toEqual([]));

it('is a patch that git turns the one text into the other with, whatever the two are', () => {
  const random = seededRandom(7);
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-diff-'));
  const line = () => `${random.pick(['a', 'b', 'c', 'd'])}
`;
  const text = () => Array.from({ length: random.below(40) + 1 }, line).join('');
  try {
    for (let round = 0; round < 40; round += 1) {
      const [found, wanted] = [text(), text()];
      if (found === wanted) continue;
      writeFileSync(path.join(folder, 'file'), found);
      const patch = diffText({ path: 'file', state: 'differs', found, text: wanted });
      execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: folder, input: patch });
      expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe(wanted);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
