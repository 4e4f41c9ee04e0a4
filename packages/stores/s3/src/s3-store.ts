import { GetObjectRetentionCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import type {
  Assurance,
  CreateAnswer,
  ListOptions,
  ObjectKey,
  ObjectLock,
  ObjectStore,
  ObjectVersion,
  ReadAnswer,
  VersionId,
} from '@proofrail/core/ports';
import { readBucketLock, type BucketLock } from './bucket-lock.ts';
import { createObject } from './create-object.ts';
import { metadataOf } from './metadata-of.ts';
import { listPages, type Listing } from './list-pages.ts';
import { PatientReads } from './patient-reads.ts';
import { MAX_OBJECT_BYTES, readObject } from './read-object.ts';
import { requireAbove } from './require-above.ts';
import { requireOwner } from './require-owner.ts';
import { requireRegion } from './require-region.ts';
import { readVersioning } from './read-versioning.ts';
import { refusalIn } from './s3-answer.ts';
import { connectS3, type S3Connection, type S3Options } from './s3-connection.ts';
import { parseS3Uri, type S3Location } from './s3-uri.ts';

/** A ledger in a bucket, under a prefix that no key of the ledger ever shows. */
export class S3Store implements ObjectStore {
  readonly uri: string;
  readonly assurance: Assurance;
  readonly lockedDays: number;
  /** With which the same bucket can be opened once more. */
  readonly options: S3Options;
  readonly #location: S3Location;
  readonly #connection: S3Connection;
  readonly #reads: PatientReads;
  #mayNotReadLocks = false;

  private constructor(uri: string, options: S3Options, location: S3Location, connection: S3Connection, lock: BucketLock) {
    this.uri = uri;
    this.options = options;
    this.assurance = assuranceOf(lock);
    this.lockedDays = lock.kind === 'locks' && lock.mode === 'COMPLIANCE' ? lock.days : 0;
    this.#location = location;
    this.#connection = connection;
    this.#reads = new PatientReads((key, version) => readObject(connection, key, version));
  }

  /** Asks the bucket what it locks by itself, and changes nothing. ConfigurationError `ledger/uri`, `ledger/owner`, `ledger/region`; UnavailableError `store/...`. */
  static async open(uri: string, options: S3Options = {}): Promise<S3Store> {
    const location = parseS3Uri(uri);
    requireOwner(location, options, uri);
    requireAbove(location, uri);
    const connection = connectS3(location, options);
    await requireRegion(connection, uri);
    return new S3Store(uri, options, location, connection, await readBucketLock(connection));
  }

  /**
   * For a ledger: in a bucket that keeps no versions whoever overwrites an object leaves no trace. Object Lock keeps them by itself, and a
   * role that may not ask is not refused.
   *
   * @throws ConfigurationError `ledger/no-versions`; UnavailableError `store/...`
   */
  async requireVersions(): Promise<void> {
    if (this.assurance !== 'locked' && (await readVersioning(this.#connection)) === 'off') throw noVersions(this.uri);
  }

  async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    if (bytes.length > MAX_OBJECT_BYTES) throw tooLarge(bytes.length, key);
    return createObject(this.#connection, { key: this.#whole(key), bytes: Uint8Array.from(bytes) });
  }

  async read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    return this.#reads.read(this.#whole(key), version);
  }

  async *listVersions(prefix: string, { after = '', most }: ListOptions = {}): AsyncIterable<ObjectVersion> {
    const listing = {
      prefix: this.#whole(prefix),
      after: after === '' ? '' : this.#whole(after),
      ...(most === undefined ? {} : { most }),
    };
    for await (const page of this.#pages(listing)) {
      for (const version of page) yield { ...version, key: version.key.slice(this.#location.prefix.length) as ObjectKey };
    }
  }

  async *#pages(listing: Listing): AsyncIterable<ObjectVersion[]> {
    if (this.#reads.isGivenUp) throw gaveUp(listing.prefix);
    try {
      yield* listPages(this.#connection, listing);
    } catch (cause) {
      if (cause instanceof UnavailableError) this.#reads.heardNothing();
      throw cause;
    }
  }

  async lockOf(key: ObjectKey, version: VersionId): Promise<ObjectLock | null> {
    const { patient, target, kmsKey } = this.#connection;
    try {
      const head = await patient.send(new HeadObjectCommand({ ...target, Key: this.#whole(key), VersionId: version }));
      return metadataOf(head, kmsKey).lock;
    } catch {
      return null; // the object is stored: what cannot be read back is not claimed, and fails nothing
    }
  }

  /** S3 leaves the lock out of an answer to who may not read it, as it does where there is none: only asking for it tells them apart. */
  async isUnlocked(key: ObjectKey, version: VersionId | null): Promise<boolean> {
    if (this.#mayNotReadLocks) return false;
    const { patient, target } = this.#connection;
    try {
      const versioned = version === null ? {} : { VersionId: version };
      await patient.send(new GetObjectRetentionCommand({ ...target, ...versioned, Key: this.#whole(key) }));
      return false; // there is one after all, and it was not told with the bytes
    } catch (cause) {
      const { status } = refusalIn(cause);
      this.#mayNotReadLocks ||= status === 403;
      return status === 404 || status === 400; // NoSuchObjectLockConfiguration; InvalidRequest where the bucket knows no locks
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

/** A lock that a privileged person can lift, or that nobody could read, is not claimed. */
function assuranceOf(lock: BucketLock): Assurance {
  return lock.kind === 'locks' && lock.mode === 'COMPLIANCE' && lock.days > 0 ? 'locked' : 'versioned';
}

function noVersions(uri: string): ConfigurationError {
  return new ConfigurationError('ledger/no-versions', {
    expected: 'a bucket that keeps every version',
    found: 'one in which an object can be overwritten without a trace',
    at: uri,
    doThis: 'Let "proofrail ledger init" make a bucket, or switch versioning and Object Lock on in this one.',
  });
}

const gaveUp = (prefix: string): UnavailableError =>
  new UnavailableError('store/unavailable', {
    expected: 'an answer',
    found: 'none for minutes, to anything that was read',
    at: prefix,
    doThis: 'Run it again; if it stays so, look at the state of the service.',
  });

function tooLarge(bytes: number, key: string): ConfigurationError {
  return new ConfigurationError('store/too-large', {
    expected: `at most ${MAX_OBJECT_BYTES} bytes`,
    found: `${bytes} bytes`,
    at: key,
    doThis: 'Store a digest of it here and the thing itself elsewhere.',
  });
}
