import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { BareAnswer } from '@proofrail/core/ports';
import { systemCode } from './store-failure.ts';

/** A verifier must not be made to load a disk into memory; the largest thing stored is an SBOM. */
export const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

// O_NOFOLLOW: a link points at bytes that somebody can change later. O_NONBLOCK: a planted FIFO would stop us for ever.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Synchronous like FileStore.create: objects are small, and four trips through the thread pool cost more than the read (measured). */
export function readObject(file: string): BareAnswer {
  let handle: number;
  try {
    handle = openSync(file, FLAGS);
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ELOOP') return { kind: 'hidden', by: 'a symbolic link' };
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'absent' } : unreadable(code);
  }
  try {
    return readOpen(handle);
  } catch (cause) {
    return unreadable(systemCode(cause));
  } finally {
    closeSync(handle);
  }
}

/** What this machine lacks at the moment, which has nothing to do with the file. */
const PASSING = new Set(['EAGAIN', 'EINTR', 'EMFILE', 'ENFILE', 'ENOMEM']);

const unreadable = (cause: string): BareAnswer => ({
  kind: 'unreadable',
  cause,
  ...(PASSING.has(cause) ? { passing: true as const } : {}),
});

function readOpen(handle: number): BareAnswer {
  const stat = fstatSync(handle);
  if (!stat.isFile()) return { kind: 'hidden', by: 'something that is no file' };
  if (stat.size > MAX_OBJECT_BYTES) return { kind: 'hidden', by: `a file of more than ${MAX_OBJECT_BYTES} bytes` };
  const bytes = Buffer.allocUnsafe(stat.size);
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(handle, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return { kind: 'found', bytes: bytes.subarray(0, length), version: null };
}
