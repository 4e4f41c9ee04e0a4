import type { ObjectStore } from '../../ports/object-store.ts';
import { encodeEntries } from '../../tlog/entry-bundle.ts';
import { formatNote } from '../../tlog/note.ts';
import { widthAt } from '../../tlog/tile-hashes.ts';
import { bundlePath, tilePath, TILE_WIDTH } from '../../tlog/tile-path.ts';
import { readSealObject, tampered } from '../../ledger/seals/read-plans.ts';
import { tileKey } from '../../ledger/seals/seal-layout.ts';
import { newestSealedTree, tileOf, type LogVouchers, type SealedTree } from '../../ledger/seals/sealed-tree.ts';

export interface ExportedObject {
  /** As C2SP tlog-tiles names it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The log of a ledger as stock clients of tlog-tiles read it: with the partial tiles that the ledger does not store, and the newest
 * signed checkpoint last. Nothing where nothing is sealed. `vouchers`: with which only lines by these keys count; null: every line does.
 * TamperedError `seal/...`, UnavailableError `seal/unreadable`.
 */
export async function* exportLog(store: ObjectStore, vouchers: LogVouchers | null = null): AsyncIterable<ExportedObject> {
  const sealed = await newestSealedTree(store, vouchers);
  if (sealed === null) return;
  yield* bundles(store, sealed);
  yield* tiles(store, sealed);
  yield { path: 'checkpoint', bytes: Buffer.from(formatNote(sealed.note)) };
}

async function* bundles(store: ObjectStore, { checkpoint, tree }: SealedTree): AsyncIterable<ExportedObject> {
  const full = Math.floor(checkpoint.size / TILE_WIDTH);
  for (let index = 0; index < full; index++) {
    const path = bundlePath(index);
    const bytes = await readSealObject(store, tileKey(path));
    if (bytes === null) throw tampered('seal/mismatch', tileKey(path), 'a full bundle', 'nothing');
    yield { path, bytes };
  }
  const { entries } = tree.rest;
  if (entries.length > 0) yield { path: bundlePath(full, entries.length), bytes: encodeEntries(entries) };
}

async function* tiles(store: ObjectStore, { checkpoint, tree }: SealedTree): AsyncIterable<ExportedObject> {
  for (let level = 0; TILE_WIDTH ** level <= checkpoint.size; level++) {
    for (let index = 0; ; index++) {
      const width = widthAt(checkpoint.size, level, index);
      if (width === 0) break;
      yield { path: tilePath(level, index, width), bytes: await tileOf(store, tree, { level, index, width }) };
    }
  }
}
