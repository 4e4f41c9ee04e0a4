import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Creates objects durably and never over another, with nothing around it: a temporary file with fsync, link(2), fsync of the folder.
 * What any writer pays who keeps the same promise.
 */
export function createBare(folder: string, objects: readonly Uint8Array[]): void {
  mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, 'temporary');
  for (const [index, bytes] of objects.entries()) {
    const file = openSync(temporary, 'wx', 0o444);
    writeSync(file, bytes);
    fsyncSync(file);
    closeSync(file);
    linkSync(temporary, path.join(folder, String(index)));
    unlinkSync(temporary);
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}
