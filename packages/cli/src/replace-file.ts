import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { notAFile } from '@proofrail/machine/file-failure';
import { unwritable } from './unwritable.ts';

/**
 * Writes a file whole or not at all: a reader sees the old bytes or the new ones. Where a link stands, what it leads to is replaced.
 *
 * @throws ConfigurationError `file/not-a-file`; UnavailableError `file/unwritable`
 */
export function replaceFile(file: string, text: string): void {
  const target = regularTarget(file);
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text, { flag: 'wx' });
    renameSync(unfinished, target);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw unwritable(file, cause);
  }
}

/** A rename would put a file in the place of a device or pipe: root that writes to /dev/stdout would take it from the whole machine. */
function regularTarget(file: string): string {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return file;
  const target = found.isSymbolicLink() ? targetOf(file) : file;
  if (!lstatSync(target).isFile()) throw notAFile(file);
  return target;
}

function targetOf(link: string): string {
  try {
    return realpathSync(link);
  } catch (cause) {
    throw unwritable(link, cause);
  }
}
