import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type {
  Assurance,
  CreateAnswer,
  ListOptions,
  ObjectCondition,
  ObjectKey,
  ObjectLock,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
  VersionId,
} from '@proofrail/core/ports';
import { readBucketLock, type BucketLock } from './bucket-lock.ts';
import { createObject } from './create-object.ts';
import { listPages } from './list-pages.ts';
import { MAX_OBJECT_BYTES, readObject } from './read-object.ts';
import { requireRegion } from './require-region.ts';
import { connectS3, type S3Connection, type S3Options } from './s3-connection.ts';
import { parseS3Uri, type S3Location } from './s3-uri.ts';

/** A ledger in a bucket, under a prefix that no key of the ledger ever shows. */
export class S3Store implements ObjectStore {
  readonly uri: string;
  readonly assurance: Assurance;
  readonly #location: S3Location;
  readonly #connection: S3Connection;

  private constructor(uri: string, location: S3Location, connection: S3Connection, lock: BucketLock) {
    this.uri = uri;
    this.assurance = assuranceOf(lock);
    this.#location = location;
    this.#connection = connection;
  }

  /** Asks the bucket what it locks by itself, and changes nothing. ConfigurationError `ledger/uri`, `ledger/region`; UnavailableError `store/...`. */
  static async open(uri: string, options: S3Options = {}): Promise<S3Store> {
    const location = parseS3Uri(uri);
    const connection = connectS3(location, options);
    await requireRegion(connection, uri);
    return new S3Store(uri, location, connection, await readBucketLock(connection));
  }

  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    if (bytes.length > MAX_OBJECT_BYTES) throw tooLarge(bytes.length, key);
    const { kmsKey } = this.#location;
    return createObject(this.#connection, { key: this.#whole(key), bytes: Uint8Array.from(bytes), kmsKey });
  }

  async read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    return readObject(this.#connection, this.#whole(key), version);
  }

  async *listVersions(prefix: string, { after = '', most }: ListOptions = {}): AsyncIterable<ObjectVersion> {
    const listing = {
      prefix: this.#whole(prefix),
      after: after === '' ? '' : this.#whole(after),
      ...(most === undefined ? {} : { most }),
    };
    for await (const page of listPages(this.#connection, listing)) {
      for (const version of page) yield { ...version, key: version.key.slice(this.#location.prefix.length) as ObjectKey };
    }
  }

  async lockOf(key: ObjectKey, version: VersionId): Promise<ObjectLock | null> {
    return (await this.conditionOf(key, version))?.lock ?? null;
  }

  async conditionOf(key: ObjectKey, version: VersionId): Promise<ObjectCondition | null> {
    const { patient, target } = this.#connection;
    try {
      const head = await patient.send(new HeadObjectCommand({ ...target, Key: this.#whole(key), VersionId: version }));
      const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until, SSEKMSKeyId: kmsKey } = head;
      return {
        lock: mode === undefined || until === undefined ? null : { mode, until: until.getTime() },
        foreignKey: isForeign(this.#location.kmsKey, kmsKey),
        replica: head.ReplicationStatus === 'REPLICA',
      };
    } catch {
      return null; // the object is stored: what cannot be read back is not claimed, and fails nothing
    }
  }

  /** Ends idle connections; a process ends by itself without it. */
  close(): void {
    this.#connection.close();
  }

  #whole(key: string): string {
    return this.#location.prefix + key;
  }
}

/** S3 answers with the ARN; a ledger may name the key by its id, or by an alias, which tells nothing. */
function isForeign(named: string | null, used: string | undefined): boolean {
  if (named === null || named.includes('alias/')) return false;
  return used === undefined || (used !== named && !used.endsWith(`/${named}`));
}

/** A lock that a privileged person can lift, or that nobody could read, is not claimed. */
function assuranceOf(lock: BucketLock): Assurance {
  return lock.kind === 'locks' && lock.mode === 'COMPLIANCE' && lock.days > 0 ? 'locked' : 'versioned';
}

function tooLarge(bytes: number, key: string): ConfigurationError {
  return new ConfigurationError('store/too-large', {
    expected: `at most ${MAX_OBJECT_BYTES} bytes`,
    found: `${bytes} bytes`,
    at: key,
    doThis: 'Store a digest of it here and the thing itself elsewhere.',
  });
}
