import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { systemCode } from './store-failure.ts';

const AN_HOUR = 3_600_000; // no create takes as long; a younger file may belong to a living writer

/** Clears what killed writers left in the folder of temporary files. What was acknowledged has a name of its own. */
export function removeLeftovers(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    try {
      if (now - lstatSync(file).mtimeMs > AN_HOUR) unlinkSync(file);
    } catch (cause) {
      if (systemCode(cause) !== 'ENOENT') throw cause; // somebody else cleaned it away
    }
  }
}
