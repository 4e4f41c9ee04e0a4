import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256, hexOf } from '@proofrail/core/canonical';
import {
  formatIdentity,
  noIdentity,
  parseIdentity,
  type IdentityEntry,
  type IdentityStore,
  type ProviderId,
} from '@proofrail/core/evidence';
import { fileFailure } from '../files/file-failure.ts';
import { unwritable } from '../files/unwritable.ts';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
const KEY_BYTES = 32;

/**
 * People's keys in a folder, one file each, for nobody but its owner. It lies beside the ledger and never in it: what cannot be deleted
 * must not hold what may have to be. Deleting a file is erasing a person. What reads throws UnavailableError `file/unreadable`, what writes
 * `file/unwritable`.
 */
export class FileIdentities implements IdentityStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async keyOf(subject: ProviderId): Promise<Uint8Array> {
    return this.#read(this.#fileOf(subject))?.key ?? this.#make(subject);
  }

  async *subjects(): AsyncIterable<IdentityEntry> {
    for (const name of this.#names()) {
      const entry = this.#read(path.join(this.#folder, name));
      if (entry !== null) yield entry;
    }
  }

  async erase(subject: ProviderId): Promise<boolean> {
    const file = this.#fileOf(subject);
    if (this.#read(file) === null) return false;
    try {
      unlinkSync(file);
    } catch (cause) {
      if (isAbsent(cause)) return false; // somebody else has just erased the same person
      throw unwritable(file, cause);
    }
    return true;
  }

  /** Under the digest of the subject: its own name could hold a path. */
  #fileOf(subject: ProviderId): string {
    return path.join(this.#folder, `${hexOf(sha256(subject))}.json`);
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder)
        .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
        .sort();
    } catch (cause) {
      if (isAbsent(cause)) return [];
      throw fileFailure(this.#folder, cause);
    }
  }

  #read(file: string): IdentityEntry | null {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (cause) {
      if (isAbsent(cause)) return null;
      throw fileFailure(file, cause);
    }
    return parseIdentity(text, file);
  }

  #make(subject: ProviderId): Uint8Array {
    const file = this.#fileOf(subject);
    const temporary = `${file}.${randomBytes(8).toString('hex')}`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
      chmodSync(this.#folder, OWNER_ONLY_FOLDER);
      writeFileSync(temporary, formatIdentity({ subject, key: randomBytes(KEY_BYTES) }), {
        mode: OWNER_ONLY_FILE,
        flag: 'wx',
        flush: true,
      });
      linkFirst(temporary, file);
    } catch (cause) {
      throw unwritable(file, cause);
    } finally {
      rmSync(temporary, { force: true });
    }
    const made = this.#read(file);
    if (made === null) throw noIdentity('nothing', file);
    return made.key;
  }
}

/** link(2) lets one of several writers win; all of them then read the winner's key. */
function linkFirst(made: string, name: string): void {
  try {
    linkSync(made, name);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw cause;
  }
}

const isAbsent = (cause: unknown): boolean => hasCode(cause, 'ENOENT');

function hasCode(cause: unknown, code: string): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === code;
}
