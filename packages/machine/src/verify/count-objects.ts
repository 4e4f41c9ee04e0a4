import { opendirSync } from 'node:fs';
import path from 'node:path';
import type { ObjectStore } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';

/** How many objects a store holds; stops counting at `most`. What cannot be read counts for nothing. */
export async function countObjects(store: ObjectStore, most: number): Promise<number> {
  return store instanceof FileStore ? countFiles(store.directory, most) : countListed(store, most);
}

/** Without the sorting that a listing costs a folder. */
function countFiles(folder: string, most: number): number {
  let found = 0;
  try {
    const open = opendirSync(folder, { bufferSize: 1024 });
    try {
      for (let entry = open.readSync(); entry !== null && found < most; entry = open.readSync())
        found += entry.isDirectory() ? countFiles(path.join(folder, entry.name), most - found) : 1;
    } finally {
      open.closeSync();
    }
  } catch {
    // A guess about effort, not about the ledger: whoever lists it next says what cannot be read.
  }
  return found;
}

async function countListed(store: ObjectStore, most: number): Promise<number> {
  let found = 0;
  try {
    for await (const object of store.listVersions('', { most })) {
      found += object.kind === 'data' ? 1 : 0;
      if (found === most) break;
    }
  } catch {
    // As above.
  }
  return found;
}
