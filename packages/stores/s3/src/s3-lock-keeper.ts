import { GetObjectRetentionCommand, PutObjectRetentionCommand } from '@aws-sdk/client-s3';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import type { LockKeeper, ObjectKey, ObjectLock, VersionId } from '@proofrail/core/ports';
import { requireAbove } from './require-above.ts';
import { requireOwner } from './require-owner.ts';
import { requireRegion } from './require-region.ts';
import { refusalIn, refusalText } from './s3-answer.ts';
import { connectS3, type S3Connection, type S3Options } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';
import { parseS3Uri } from './s3-uri.ts';

const SECOND = 1_000; // S3 keeps the end of a lock to the second

/** The locks of a ledger in a bucket. */
export class S3LockKeeper implements LockKeeper {
  readonly #uri: string;
  readonly #prefix: string;
  readonly #connection: S3Connection;

  private constructor(uri: string, prefix: string, connection: S3Connection) {
    this.#uri = uri;
    this.#prefix = prefix;
    this.#connection = connection;
  }

  /** ConfigurationError `ledger/uri`, `ledger/owner`, `ledger/region`. */
  static async open(uri: string, options: S3Options = {}): Promise<S3LockKeeper> {
    const location = parseS3Uri(uri);
    requireOwner(location, options, uri);
    requireAbove(location, uri);
    const connection = connectS3(location, options);
    await requireRegion(connection, uri);
    return new S3LockKeeper(uri, location.prefix, connection);
  }

  /** ConfigurationError `ledger/no-locks`; UnavailableError `store/...`. */
  async lockOf(key: ObjectKey, version: VersionId): Promise<ObjectLock | null> {
    const { patient, target } = this.#connection;
    const Key = this.#prefix + key;
    try {
      const { Retention } = await patient.send(new GetObjectRetentionCommand({ ...target, Key, VersionId: version }));
      const { Mode: mode, RetainUntilDate: until } = Retention ?? {};
      return mode === undefined || until === undefined ? null : { mode, until: until.getTime() };
    } catch (cause) {
      const { status, code } = refusalIn(cause);
      if (code === 'NoSuchObjectLockConfiguration') return null;
      if (status === 400) throw noLocks(this.#uri);
      throw s3Failure(cause, Key, 's3:GetObjectRetention');
    }
  }

  /** UnavailableError `ledger/not-lengthened`, `store/...`. */
  async lengthen(key: ObjectKey, version: VersionId, until: number): Promise<void> {
    const { patient, target } = this.#connection;
    const Key = this.#prefix + key;
    const end = new Date(Math.ceil(until / SECOND) * SECOND);
    const Retention = { Mode: 'COMPLIANCE', RetainUntilDate: end } as const;
    try {
      await patient.send(new PutObjectRetentionCommand({ ...target, Key, VersionId: version, Retention }));
    } catch (cause) {
      throw refusalIn(cause).status === 403 ? notLengthened(cause, Key, end) : s3Failure(cause, Key, 's3:PutObjectRetention');
    }
  }

  /** Ends idle connections; a process ends by itself without it. */
  close(): void {
    this.#connection.close();
  }
}

function notLengthened(cause: unknown, at: string, end: Date): UnavailableError {
  return new UnavailableError('ledger/not-lengthened', {
    expected: `a lock until ${end.toISOString()}`,
    found: refusalText(refusalIn(cause)),
    at,
    doThis:
      'Run it in the role of the keeper, the only one that may lengthen locks (s3:PutObjectRetention). Where it is that role, the policy of the bucket allows fewer days: most_retention_days of infra/.',
    cause,
  });
}

const noLocks = (uri: string): ConfigurationError =>
  new ConfigurationError('ledger/no-locks', {
    expected: 'a bucket under Object Lock',
    found: 'one without it',
    at: uri,
    doThis: 'Let "proofrail ledger init" make a bucket: without locks there is nothing to lengthen.',
  });
