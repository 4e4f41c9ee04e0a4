import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { placeFor } from './place-for.ts';
import { unwritable } from '@proofrail/machine';

const AT_ONCE = 1 << 16; // characters

/**
 * Writes a file whole or not at all: a reader sees the old bytes or the new ones.
 *
 * @throws ConfigurationError `file/not-a-file`, `file/no-folder`, `file/private-key`; UnavailableError `file/unwritable`
 */
export function replaceFile(file: string, text: string | Iterable<string>): void {
  const place = placeFor(file);
  const unfinished = `${place}.${process.pid}.tmp`;
  try {
    writePieces(unfinished, typeof text === 'string' ? [text] : text);
    renameSync(unfinished, place);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw isOfSystem(cause) ? unwritable(file, cause) : cause;
  }
}

/** What making the pieces threw is no fault of the place. */
const isOfSystem = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause;

function writePieces(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, 'wx');
  try {
    for (const text of atOnce(pieces)) writeWhole(descriptor, Buffer.from(text));
  } finally {
    closeSync(descriptor);
  }
}

function* atOnce(pieces: Iterable<string>): Iterable<string> {
  let some = '';
  for (const piece of pieces) {
    some += piece;
    if (some.length < AT_ONCE) continue;
    yield some;
    some = '';
  }
  yield some;
}

/** A system may write less than it was asked to. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
}
