import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publicKeyFromPem } from '@proofrail/core/canonical';
import {
  bundlePath,
  encodeEntries,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  logKey,
  RightEdge,
  rootOfTile,
  signNote,
  TILE_WIDTH,
  TiledTree,
  tilePath,
} from '@proofrail/core/tlog';
import { testSigner } from '../../ledger/small-ledger.ts';

const ORIGIN = 'example.org/evidence';

/** A log of so many entries as C2SP tlog-tiles lays it out, made by our pure functions alone. Gives its verifier key. */
export async function writeTiledLog(folder: string, entries: number): Promise<string> {
  const put = (name: string, bytes: Uint8Array | string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  };
  const heads: Buffer[][] = []; // of each level from 1 on: the roots of the full tiles below
  const tree = new TiledTree(RightEdge.empty(), (full) => {
    if (full.kind === 'entries') return put(bundlePath(full.index), full.bytes);
    put(tilePath(full.level, full.index), full.bytes);
    (heads[full.level + 1] ??= []).push(rootOfTile(full.bytes));
  });
  for (let n = 0; n < entries; n++) tree.add(entry(n));
  const { entries: rest, hashes } = tree.rest;
  if (rest.length > 0) {
    put(bundlePath((entries - rest.length) / TILE_WIDTH, rest.length), encodeEntries(rest));
    put(tilePath(0, (entries - rest.length) / TILE_WIDTH, rest.length), hashes);
  }
  heads.forEach((roots, level) => {
    const width = roots.length % TILE_WIDTH;
    if (width > 0) put(tilePath(level, (roots.length - width) / TILE_WIDTH, width), Buffer.concat(roots.slice(-width)));
  });
  const signer = testSigner();
  const key = logKey(ORIGIN, publicKeyFromPem(signer.pem, 'bench'));
  const text = formatCheckpoint({ origin: ORIGIN, size: entries, root: tree.edge.root() });
  put('checkpoint', formatNote({ text, signatures: [await signNote(text, key, signer)] }));
  return formatVerifierKey(key);
}

/** As long as an entry for a record is. */
const entry = (n: number): Buffer =>
  Buffer.from(
    `{"position":1,"record":"sha256:${n.toString(16).padStart(64, '0')}","slot":${n + 1},"stream":"1296269"}`,
    'latin1',
  );
