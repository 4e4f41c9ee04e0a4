import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

interface Row {
  readonly path: string;
  readonly wantErr: boolean;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root: string;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** Its roots are twelve bytes, which upstream compares and never hashes. A root that is no SHA-256 is refused here. */
const SHORT_ROOTS = new Set(['testdata/consistency/additional/sizes-are-equal-one-and-proof-is-empty.json']);

describeCorpus('merkle', (folder) => {
  const rows = (file: string): Row[] =>
    readFileSync(path.join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  const expected = (all: readonly Row[]) => all.map((row) => [row.path, !row.wantErr && !SHORT_ROOTS.has(row.path)]);

  it('takes and refuses every inclusion proof as RFC 6962 does', () => {
    const all = rows('inclusion.jsonl');
    expect(all.length).toBe(52);
    const answers = all.map(({ path: name, leafIdx: index, treeSize: size, leafHash, proof, root }) => {
      const inclusion = { index, size, leaf: bytes(leafHash), proof: (proof ?? []).map(bytes), root: bytes(root) };
      return [name, verifyInclusion(inclusion)];
    });
    expect(answers).toEqual(expected(all));
  });

  it('takes and refuses every consistency proof, and refuses those from the empty tree, which prove nothing', () => {
    const all = rows('consistency.jsonl');
    expect(all.length).toBe(53);
    const answers = all.map(({ path: name, size1, size2, root1, root2, proof }) => {
      const [older, newer] = [
        { size: size1, root: bytes(root1) },
        { size: size2, root: bytes(root2) },
      ];
      return [name, verifyConsistency(older, newer, (proof ?? []).map(bytes))];
    });
    expect(answers).toEqual(expected(all));
  });

  it('agrees on subtrees where they are trees: a leaf within one, and one that begins at the first leaf', () => {
    // No part of Proofrail proves anything about a subtree that begins further right.
    const within = rows('subtreeinclusion.jsonl').filter(({ start }) => start === 0);
    const growing = rows('subtreeconsistency.jsonl').filter(({ start, end }) => start === 0 && end > 0);
    expect([within.length, growing.length]).toEqual([40, 46]);
    const inclusions = within.map(({ path: name, leafIdx: index, end: size, leafHash, proof, root }) => {
      const inclusion = { index, size, leaf: bytes(leafHash), proof: (proof ?? []).map(bytes), root: bytes(root) };
      return [name, verifyInclusion(inclusion)];
    });
    const consistencies = growing.map(({ path: name, end, size, root1, root2, proof }) => {
      const [older, newer] = [
        { size: end, root: bytes(root1) },
        { size, root: bytes(root2) },
      ];
      return [name, verifyConsistency(older, newer, (proof ?? []).map(bytes))];
    });
    expect(inclusions).toEqual(expected(within));
    expect(consistencies).toEqual(expected(growing));
  });
});
