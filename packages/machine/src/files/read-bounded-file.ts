import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { fileFailure, notAFile } from './file-failure.ts';

export interface FileBounds {
  /** Bytes. Checked before the first byte is read and again while reading: a file may grow under us. */
  readonly most: number;
  /** When given, the file must lie in this folder after every symbolic link is followed: a checkout may hold links out of itself. */
  readonly within?: string;
}

// Without O_NONBLOCK the opening of a named pipe would hold the gate until its job times out.
const READ_WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * The bytes of one regular file. Devices, pipes and folders are refused: they have no size to check.
 *
 * @throws ConfigurationError `file/absent`, `file/not-a-file`, `file/too-large`, `file/outside`
 * @throws UnavailableError `file/unreadable`
 */
export function readBoundedFile(file: string, bounds: FileBounds): Uint8Array {
  try {
    return read(contained(file, bounds.within), file, bounds.most);
  } catch (cause) {
    throw fileFailure(file, cause);
  }
}

function read(target: string, file: string, most: number): Uint8Array {
  const descriptor = openSync(target, READ_WITHOUT_WAITING);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw notAFile(file);
    if (status.size > most) throw tooLarge(file, `${status.size} bytes`, most);
    return readWhole(descriptor, status.size, most, file);
  } finally {
    closeSync(descriptor);
  }
}

/** `size`: as the file said; it may hold more or less by now. A byte more than that shows its end without growing. */
function readWhole(descriptor: number, size: number, most: number, file: string): Uint8Array {
  let bytes = Buffer.allocUnsafe(size + 1);
  for (let total = 0; ;) {
    const count = readSync(descriptor, bytes, { offset: total });
    if (count === 0) return bytes.subarray(0, total);
    total += count;
    if (total > most) throw tooLarge(file, 'a file that grew while it was read', most);
    if (total === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(total)]);
  }
}

function contained(file: string, folder: string | undefined): string {
  if (folder === undefined) return file;
  const [real, root] = [realpathSync(file), realpathSync(folder)];
  if (real.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) return real;
  throw new ConfigurationError('file/outside', {
    expected: `a file inside ${folder}`,
    found: 'a path or symbolic link that leads out of it',
    at: file,
    doThis: 'copy the file into the folder',
  });
}

const tooLarge = (file: string, found: string, most: number): ConfigurationError =>
  new ConfigurationError('file/too-large', {
    expected: `at most ${most} bytes`,
    found,
    at: file,
    doThis: 'split the file, or hand over a smaller one',
  });
