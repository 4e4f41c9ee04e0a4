import { accessSync, closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure, ConfigurationError } from '@proofrail/core/outcomes';
import { notAFile, unwritable } from '@proofrail/machine';
import { noFolder } from './no-folder.ts';

/**
 * Where a file of that name would come to lie: at the name itself, or where the link leads that stands there. Asked before work whose
 * answer goes there, it finds a wrong name while nothing has been done yet.
 *
 * @throws ConfigurationError `file/not-a-file`, `file/no-folder`, `file/private-key`; UnavailableError `file/unwritable`
 */
export function placeFor(file: string): string {
  if (file === '-') throw onOutput(file);
  try {
    if (statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory() !== true) throw noFolder(file);
    const place = lstatSync(file, { throwIfNoEntry: false }) === undefined ? file : presentFile(file);
    accessSync(path.dirname(place), constants.W_OK);
    return place;
  } catch (cause) {
    throw cause instanceof Failure ? cause : unwritable(file, cause);
  }
}

function presentFile(file: string): string {
  // A rename would put a file in the place of a device or pipe: root that writes to /dev/stdout would take it from the whole machine.
  const found = statSync(file);
  if (!found.isFile()) throw notAFile(file);
  if ([1, 2].some((output) => isOutput(output, found))) throw onOutput(file);
  if (holdsPrivateKey(file)) throw privateKey(file);
  return realpathSync.native(file);
}

/** Whether that descriptor of this process writes into the very file: the answer would be mixed into it, or be lost with it. */
function isOutput(descriptor: number, { dev, ino }: { readonly dev: number; readonly ino: number }): boolean {
  try {
    const open = fstatSync(descriptor);
    return open.dev === dev && open.ino === ino;
  } catch {
    return false; // closed, so nothing is said there
  }
}

const MOST_BYTES = 65_536; // a key is a hundredth of it, and a report need not be read whole to see that it is none

function holdsPrivateKey(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(MOST_BYTES);
    const text = bytes.toString('latin1', 0, readSync(opened, bytes, 0, MOST_BYTES, 0));
    return /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/.test(text);
  } finally {
    closeSync(opened);
  }
}

const privateKey = (at: string): ConfigurationError =>
  new ConfigurationError('file/private-key', {
    expected: 'a file that may be replaced, or a name that is free',
    found: 'a private key',
    at,
    doThis: 'choose another name: no key is ever overwritten',
  });

const onOutput = (at: string): ConfigurationError =>
  new ConfigurationError('file/not-a-file', {
    expected: 'a file of its own',
    found: 'an output of this process',
    at,
    doThis: 'name a file; on standard output stands the answer, and nothing else',
  });
