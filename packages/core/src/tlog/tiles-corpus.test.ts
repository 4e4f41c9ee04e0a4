import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { decodeEntries, encodeEntries } from './entry-bundle.ts';
import { parseNote } from './note.ts';
import { formatVerifierKey, parseVerifierKey } from './note-key.ts';
import { openNote } from './open-note.ts';
import { RightEdge } from './right-edge.ts';
import { bundlePath, tilePath } from './tile-path.ts';
import { TiledTree } from './tiled-tree.ts';

describeCorpus('tlog-tiles', (folder) => {
  const {
    origin,
    vkey,
    leaves_in_order: leaves,
  } = JSON.parse(readFileSync(path.join(folder, 'key.json'), 'utf8')) as {
    origin: string;
    vkey: string;
    leaves_in_order: string[];
  };
  const key = parseVerifierKey(vkey);
  const treeOf = (size: number): TiledTree => {
    const tree = new TiledTree(RightEdge.empty(), () => undefined);
    for (const leaf of leaves.slice(0, size)) tree.add(Buffer.from(leaf));
    return tree;
  };
  const sizes = readdirSync(path.join(folder, 'log'))
    .flatMap((name) => /^checkpoint\.([0-9]+)$/.exec(name)?.[1] ?? [])
    .map(Number);

  it('reads the log key in the one spelling that it has', () => {
    expect(key && formatVerifierKey(key)).toBe(vkey);
  });

  it('opens every checkpoint of a foreign log under its key, and computes its root from the leaves', () => {
    expect(sizes).toHaveLength(8);
    for (const size of sizes) {
      const note = parseNote(readFileSync(path.join(folder, `log/checkpoint.${size}`)));
      if (note === null || key === null) throw new Error(`checkpoint.${size} is no note`);
      expect(openNote(note, [key])).toEqual({ kind: 'signed', by: [key] });
      expect(parseCheckpoint(note.text)).toMatchObject({ origin, size });
      expect(Buffer.from(parseCheckpoint(note.text)?.root ?? [])).toEqual(treeOf(size).edge.root());
    }
  });

  it('makes the partial tiles and bundles of a foreign log byte for byte, and reads them back', () => {
    for (const size of sizes.filter((one) => one > 0)) {
      const { entries, hashes } = treeOf(size).rest;
      const [tile, bundle] = [tilePath(0, 0, size), bundlePath(0, size)].map((name) =>
        readFileSync(path.join(folder, 'log', name)),
      );
      expect([tile, bundle]).toEqual([hashes, encodeEntries(entries)]);
      expect(decodeEntries(bundle ?? Buffer.alloc(0))?.map(String)).toEqual(leaves.slice(0, size));
    }
  });
});
