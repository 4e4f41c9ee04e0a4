import { opendirSync } from 'node:fs';
import path from 'node:path';

/** Whether a folder holds so many files, however deep; stops counting there. What cannot be read counts for nothing. */
export function holdsAtLeast(folder: string, files: number): boolean {
  return count(folder, files) >= files;
}

function count(folder: string, most: number): number {
  let found = 0;
  try {
    const open = opendirSync(folder, { bufferSize: 1024 });
    try {
      for (let entry = open.readSync(); entry !== null && found < most; entry = open.readSync())
        found += entry.isDirectory() ? count(path.join(folder, entry.name), most - found) : 1;
    } finally {
      open.closeSync();
    }
  } catch {
    // A guess about effort, not about the ledger: whoever lists it next says what cannot be read.
  }
  return found;
}
