import { describe, expect, it } from '@jest/globals';
import { seededRandom, type Files, type SeededRandom } from '@proofrail/testkit';
import { ProtectedBranch } from './material/protected-branch.ts';

const NAMES = ['a.txt', 'b.txt', 'src/c.txt', 'src/deep/d.txt', 'e é.txt'];

function content(random: SeededRandom): string {
  return Array.from({ length: 1 + random.below(12) }, () => `${random.below(1_000)}\n`).join('');
}

/** One to three files of a folder of their own: histories that merge, so that what is judged is the merge and not a conflict. */
function edit(random: SeededRandom, folder: string, existing: Set<string>): Files {
  const files: Record<string, string | null> = {};
  for (let times = 0; times < 1 + random.below(3); times += 1) {
    const name = `${folder}/${random.pick(NAMES)}`;
    const removed = existing.has(name) && !(name in files) && random.below(4) === 0;
    files[name] = removed ? null : content(random);
    if (removed) existing.delete(name);
    else existing.add(name);
  }
  return files;
}

/** A small history on a protected branch: pull requests of one to three commits, landed in three ways, main moving on between them. */
function grow(main: ProtectedBranch, random: SeededRandom): void {
  const changes = Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const existing = new Set<string>();
    return main.open(Array.from({ length: 1 + random.below(3) }, () => edit(random, `part-${index}`, existing)));
  });
  for (const change of changes) {
    const before = main.repository.head();
    const land = random.pick(['squash', 'mergeCommit', 'rebase'] as const);
    main.repository[land](change.head);
    main.landed(before, change);
  }
}

/** The newest commit again, as it was but for one byte of one file. */
function alterOneByte({ repository }: ProtectedBranch, random: SeededRandom): void {
  const name = random.pick(
    repository
      .git('ls-files', '-z')
      .split('\0')
      .filter((each) => each !== ''),
  );
  const bytes = Buffer.from(repository.git('cat-file', 'blob', `HEAD:${name}`));
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) === 0x41 ? 0x42 : 0x41;
  repository.write({ [name]: `${bytes.toString('utf8')}\n` });
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--amend', '--no-edit', '--allow-empty');
}

describe('for every small history', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'unmodified merges verify, and one changed byte is found (seed %i)',
    async (seed) => {
      using main = new ProtectedBranch();
      const random = seededRandom(seed);
      grow(main, random);
      const before = await main.words();
      expect(before.length).toBeGreaterThan(0);
      expect(before.filter((word) => !word.startsWith('verified'))).toEqual([]);
      const last = (await main.check()).commits.at(-1)?.landed;
      alterOneByte(main, random);
      // The platform goes on to name the same pull request for the commit that stands there now.
      if (last !== undefined) main.say(main.repository.head(), last.pullRequests);
      const after = await main.words();
      expect(after.at(-1)).toBe('tree-differs');
    },
  );
});
