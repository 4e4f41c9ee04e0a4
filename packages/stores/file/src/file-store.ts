import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type {
  Assurance,
  BareAnswer,
  CreateAnswer,
  CreatedInTurn,
  ListOptions,
  NewObject,
  ObjectKey,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
} from '@proofrail/core/ports';
import { remoteFileSystem } from './file-system-kind.ts';
import { isFolder, makeFolder } from './folder-ready.ts';
import { commonPrefixes, listObjects } from './list-objects.ts';
import { folderOf, objectPath } from './object-path.ts';
import { MAX_OBJECT_BYTES, readObject } from './read-object.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { StagedFile, type Place } from './staged-file.ts';

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

  // Synchronous on purpose: a create is eight short system calls, and handing each to the thread pool costs more than the calls
  // (measured: 0.4 ms against 0.7 ms).
  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const place = this.#placeFor(key, bytes);
    using staged = new StagedFile(this.#temporary(), bytes);
    staged.makeDurable();
    return staged.publish(place);
  }

  /** The disk has the first to write while the second is made, and then both at once, which is little more than one (measured). */
  async createInTurn(first: NewObject, second: () => Promise<NewObject>): Promise<CreatedInTurn> {
    const place = this.#placeFor(first.key, first.bytes);
    using staged = new StagedFile(this.#temporary(), first.bytes);
    const [durable, follower] = await Promise.allSettled([staged.makeDurableBeside(), this.#stageAfter(second)]);
    if (follower.status === 'rejected') throw follower.reason;
    using next = follower.value.staged;
    if (durable.status === 'rejected') throw durable.reason;
    const answer = staged.publish(place);
    return { first: answer, second: answer.kind === 'created' ? next.publish(follower.value.place) : null };
  }

  async #stageAfter(second: () => Promise<NewObject>): Promise<{ readonly staged: StagedFile; readonly place: Place }> {
    const { key, bytes } = await second();
    const place = this.#placeFor(key, bytes);
    const staged = new StagedFile(this.#temporary(), bytes);
    staged.makeDurable();
    return { staged, place };
  }

  #placeFor(key: ObjectKey, bytes: Uint8Array): Place {
    const target = objectPath(this.directory, key);
    if (bytes.length > MAX_OBJECT_BYTES) throw tooLarge(bytes.length, key);
    const folder = folderOf(target);
    this.#prepare(folder);
    return { target, folder };
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
