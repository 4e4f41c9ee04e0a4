import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type {
  Assurance,
  BareAnswer,
  CreateAnswer,
  ListOptions,
  ObjectKey,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
} from '@proofrail/core/ports';
import { durableCreate } from './durable-create.ts';
import { remoteFileSystem } from './file-system-kind.ts';
import { isFolder, makeFolder } from './folder-ready.ts';
import { commonPrefixes, listObjects } from './list-objects.ts';
import { folderOf, objectPath } from './object-path.ts';
import { MAX_OBJECT_BYTES, readObject } from './read-object.ts';
import { removeLeftovers } from './remove-leftovers.ts';

export interface FileStoreOptions {
  /** UTC milliseconds, to tell leftovers of dead writers from the files of living ones. Default: the machine's clock. */
  readonly now?: () => number;
}

/**
 * A ledger in a folder: key = path. Create-only by link(2), durable by fsync, read-only files. No version is kept and nothing stops a
 * person who owns the folder, so `assurance` is `local` in every receipt and report.
 */
export class FileStore implements ObjectStore {
  readonly assurance: Assurance = 'local';
  readonly uri: string;
  /** Absolute path. */
  readonly directory: string;
  readonly #now: () => number;
  readonly #ready = new Set<string>();
  readonly #temporaries: string;
  readonly #writer = randomBytes(9).toString('base64url');
  #created = 0;

  private constructor(directory: string, now: () => number) {
    this.uri = `file:${directory}`;
    this.directory = path.resolve(directory);
    this.#temporaries = path.join(this.directory, '.tmp');
    this.#now = now;
  }

  /**
   * Nothing is made until the first object is created. ConfigurationError `store/not-a-folder` (a symbolic link, a file),
   * `store/remote-file-system`; UnavailableError `store/unavailable`.
   */
  static open(directory: string, { now = Date.now }: FileStoreOptions = {}): Promise<FileStore> {
    return Promise.resolve().then(() => {
      const store = new FileStore(directory, now);
      if (isFolder(store.directory)) refuseRemote(store.directory);
      return store;
    });
  }

  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const target = objectPath(this.directory, key);
    if (bytes.length > MAX_OBJECT_BYTES) throw tooLarge(bytes.length, key);
    const folder = folderOf(target);
    this.#prepare(folder);
    return durableCreate(this.#temporary(), { target, folder }, bytes);
  }

  async read(key: ObjectKey, version?: string): Promise<ReadAnswer> {
    return version === undefined ? this.readNow(key) : { kind: 'absent' };
  }

  readNow(key: ObjectKey): BareAnswer {
    return readObject(objectPath(this.directory, key));
  }

  async *listVersions(
    prefix: string,
    { after = '', most = Number.POSITIVE_INFINITY, inAnyOrder = false }: ListOptions = {},
  ): AsyncIterable<ObjectVersion> {
    yield* listObjects(this.directory, { prefix, after, most, inAnyOrder });
  }

  commonPrefixes(prefix: string): readonly string[] {
    return commonPrefixes(this.directory, prefix);
  }

  #prepare(folder: string): void {
    if (this.#ready.has(folder)) return;
    makeFolder(this.#temporaries);
    if (this.#ready.size === 0) {
      refuseRemote(this.directory);
      removeLeftovers(this.#temporaries, this.#now());
    }
    makeFolder(folder);
    this.#ready.add(folder);
  }

  #temporary(): string {
    this.#created += 1;
    return `${this.#temporaries}/${this.#writer}-${this.#created}`;
  }
}

function refuseRemote(root: string): void {
  const kind = remoteFileSystem(root);
  if (kind === null) return;
  throw new ConfigurationError('store/remote-file-system', {
    expected: 'a local file system: create-only and fsync must mean what they say',
    found: kind,
    at: root,
    doThis: 'Keep the ledger on a local disk, or in a bucket.',
  });
}

function tooLarge(bytes: number, key: string): ConfigurationError {
  return new ConfigurationError('store/too-large', {
    expected: `at most ${MAX_OBJECT_BYTES} bytes`,
    found: `${bytes} bytes`,
    at: key,
    doThis: 'Store a digest of it here and the thing itself elsewhere.',
  });
}
