import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { notAFile, unwritable } from '@proofrail/machine';

/**
 * Where a file of that name would come to lie: at the name itself, or where the link leads that stands there. Asked before work whose
 * answer goes there, it finds a wrong name while nothing has been done yet.
 *
 * @throws ConfigurationError `file/not-a-file`; UnavailableError `file/unwritable`
 */
export function placeFor(file: string): string {
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    const place = found?.isSymbolicLink() === true ? realpathSync(file) : file;
    accessSync(path.dirname(place), constants.W_OK);
    // A rename would put a file in the place of a device or pipe: root that writes to /dev/stdout would take it from the whole machine.
    if (found === undefined || lstatSync(place).isFile()) return place;
  } catch (cause) {
    throw unwritable(file, cause);
  }
  throw notAFile(file);
}
