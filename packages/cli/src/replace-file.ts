import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { UnavailableError } from '@proofrail/core/outcomes';

/** Writes a file whole or not at all: a reader sees the old bytes or the new ones. UnavailableError `file/unwritable`. */
export function replaceFile(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text, { flag: 'wx' });
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new UnavailableError('file/unwritable', {
      expected: 'a file that can be written',
      found: cause instanceof Error ? cause.message : String(cause),
      at: file,
      doThis: 'name a file in a folder that exists and that you may write to',
      cause,
    });
  }
}
