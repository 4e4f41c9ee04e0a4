import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CreateAnswer, ListOptions, ObjectKey, ObjectStore, ObjectVersion, ReadAnswer } from '@proofrail/core/ports';

/** A folder without fsync, its names kept in memory: a hundred thousand appends in seconds. For one writer, who writes in ascending order. */
export class HastyStore implements ObjectStore {
  readonly uri = 'file:hasty';
  readonly assurance = 'local';
  bytes = 0;
  readonly #folder: string;
  readonly #names = new Map<string, ObjectKey[]>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const prefix = key.slice(0, key.lastIndexOf('/') + 1);
    const names = this.#names.get(prefix) ?? [];
    if (names.length === 0) mkdirSync(path.join(this.#folder, prefix), { recursive: true });
    writeFileSync(path.join(this.#folder, key), bytes, { flag: 'wx', mode: 0o444 });
    this.bytes += bytes.length;
    names.push(key);
    this.#names.set(prefix, names);
    return Promise.resolve({ kind: 'created', version: null });
  }

  read(): Promise<ReadAnswer> {
    return Promise.resolve({ kind: 'unreadable', cause: 'one writer alone has nothing to read' });
  }

  async *listVersions(prefix: string, { after = '' }: ListOptions = {}): AsyncIterable<ObjectVersion> {
    const names = this.#names.get(prefix) ?? [];
    const start = names.findLastIndex((key) => key <= after) + 1;
    for (const key of names.slice(start)) yield { key, version: null, kind: 'data', newest: true, size: null };
  }
}
