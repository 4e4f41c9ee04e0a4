import { closeSync, constants, fsync, fsyncSync, linkSync, openSync, unlinkSync, writeSync } from 'node:fs';
import type { CreateAnswer } from '@proofrail/core/ports';
import { storeFailure, systemCode } from './store-failure.ts';

/** Where an object is to lie. */
export interface Place {
  readonly target: string;
  readonly folder: string;
}

const READ_ONLY = 0o444; // nobody overwrites by accident; a person with rights still can, hence assurance: local
const ROOM = 'room and permission to write an object';

/**
 * An object's bytes in a temporary file, on their way to a name. Whole or not at all: a file with fsync, then link(2), which refuses an
 * existing name, then fsync of the folder. `open(O_EXCL)` on the name would let readers see half of it (ledger.md 4.3, measured).
 */
export class StagedFile implements Disposable {
  readonly #temporary: string;
  #file: number | null;

  /** UnavailableError `store/unavailable`. */
  constructor(temporary: string, bytes: Uint8Array) {
    this.#temporary = temporary;
    this.#file = orUnavailable(temporary, () => openSync(temporary, 'wx', READ_ONLY));
    try {
      this.#write(this.#file, bytes);
    } catch (thrown) {
      this[Symbol.dispose]();
      throw thrown;
    }
  }

  /** At once. The caller waits for the disk, which costs less than the thread pool where nothing else is to be done. */
  makeDurable(): void {
    const file = this.#open();
    orUnavailable(this.#temporary, () => fsyncSync(file));
  }

  /** In the thread pool, while the caller does something else. */
  makeDurableBeside(): Promise<void> {
    return new Promise((resolve, reject) =>
      fsync(this.#open(), (cause) => (cause === null ? resolve() : reject(storeFailure(cause, this.#temporary, ROOM)))),
    );
  }

  /** Only what is durable may have a name. */
  publish({ target, folder }: Place): CreateAnswer {
    const linked = link(this.#temporary, target);
    try {
      // Also where the name was taken: its owner may not have come as far as this, and "exists" must mean that a crash keeps it.
      syncFolder(folder);
    } catch (cause) {
      return { kind: 'unknown', cause: `fsync of the folder: ${systemCode(cause)}` };
    }
    return linked ? { kind: 'created', version: null } : { kind: 'exists' };
  }

  /** After publishing: unlinked before the fsync of the folder, each create wrote one block more to the journal of ext4 (measured). */
  [Symbol.dispose](): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
    unlinkSync(this.#temporary);
  }

  #open(): number {
    if (this.#file === null) throw new Error('a staged file is used after its end');
    return this.#file;
  }

  #write(file: number, bytes: Uint8Array): void {
    orUnavailable(this.#temporary, () => {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    });
  }
}

function orUnavailable<T>(temporary: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw storeFailure(cause, temporary, ROOM);
  }
}

/** False: somebody owns the name. */
function link(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    throw storeFailure(cause, target, 'a file system with hard links, and permission to create in this folder');
  }
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
