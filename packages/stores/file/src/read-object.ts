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

/** Nearly every object is some kilobytes. */
const small = Buffer.allocUnsafeSlow(64 * 1024);

/** What one read gives whole is not looked at first: that would cost as much as the read (measured: a hundredth of a verification). */
function readOpen(handle: number): BareAnswer {
  const length = readSmall(handle);
  return length === 0 || length === small.length ? readLarge(handle) : found(Buffer.from(small.subarray(0, length)));
}

/** 0 also where bytes have no positions, or cannot be read: a pipe, a folder. */
function readSmall(handle: number): number {
  try {
    return readSync(handle, small, 0, small.length, 0);
  } catch {
    return 0; // a closer look says why
  }
}

function readLarge(handle: number): BareAnswer {
  const stat = fstatSync(handle);
  if (!stat.isFile()) return { kind: 'hidden', by: 'something that is no file' };
  if (stat.size > MAX_OBJECT_BYTES) return { kind: 'hidden', by: `a file of more than ${MAX_OBJECT_BYTES} bytes` };
  const bytes = Buffer.allocUnsafe(stat.size);
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(handle, bytes, length, bytes.length - length, length);
    if (read === 0) break;
    length += read;
  }
  return found(bytes.subarray(0, length));
}

const found = (bytes: Uint8Array): BareAnswer => ({ kind: 'found', bytes, version: null });
