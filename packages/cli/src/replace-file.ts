import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { placeFor } from './place-for.ts';
import { unwritable } from '@proofrail/machine';

/**
 * Writes a file whole or not at all: a reader sees the old bytes or the new ones.
 *
 * @throws ConfigurationError `file/not-a-file`, `file/no-folder`, `file/private-key`; UnavailableError `file/unwritable`
 */
export function replaceFile(file: string, text: string): void {
  const place = placeFor(file);
  const unfinished = `${place}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text, { flag: 'wx' });
    renameSync(unfinished, place);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw unwritable(file, cause);
  }
}
