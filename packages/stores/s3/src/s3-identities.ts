import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { hexOf, sha256 } from '@proofrail/core/canonical';
import {
  formatIdentity,
  noIdentity,
  parseIdentity,
  type IdentityEntry,
  type IdentityStore,
  type ProviderId,
} from '@proofrail/core/evidence';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import { readBucketLock } from './bucket-lock.ts';
import { createObject } from './create-object.ts';
import { listPages } from './list-pages.ts';
import { readObject } from './read-object.ts';
import { requireOwner } from './require-owner.ts';
import { requireRegion } from './require-region.ts';
import { connectS3, type S3Connection, type S3Options } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';
import { parseS3Uri, type S3Location } from './s3-uri.ts';

const FOLDER = 'v1/identities/';
const NAME = /^[0-9a-f]{64}[.]json$/; // what else lies beside them is none of ours
const KEY_BYTES = 32;
const ATTEMPTS = 6;
const FIRST_PAUSE = 50; // milliseconds; doubled each time, 1.55 s in all

/**
 * People's keys in a bucket of their own, one object each, under the digest of the person. Nothing may be locked there: deleting every
 * version of an object is erasing a person.
 */
export class S3Identities implements IdentityStore {
  readonly #location: S3Location;
  readonly #connection: S3Connection;

  private constructor(location: S3Location, connection: S3Connection) {
    this.#location = location;
    this.#connection = connection;
  }

  /** @throws ConfigurationError `ledger/uri`, `ledger/region`, `identities/locked`; UnavailableError `store/...` */
  static async open(uri: string, options: S3Options = {}): Promise<S3Identities> {
    const location = parseS3Uri(uri);
    requireOwner(location, options, uri);
    const connection = connectS3(location, options);
    await requireRegion(connection, uri);
    const lock = await readBucketLock(connection);
    if (lock.kind === 'locks') throw neverForgets(uri, lock.mode);
    return new S3Identities(location, connection);
  }

  async keyOf(subject: ProviderId): Promise<Uint8Array> {
    return (await this.#read(this.#keyOf(subject)))?.key ?? this.#make(subject);
  }

  async *subjects(): AsyncIterable<IdentityEntry> {
    const prefix = this.#location.prefix + FOLDER;
    for await (const page of listPages(this.#connection, { prefix, after: '' })) {
      for (const { key, newest } of page) {
        const entry = newest && NAME.test(key.slice(prefix.length)) ? await this.#read(key) : null;
        if (entry !== null) yield entry;
      }
    }
  }

  async erase(subject: ProviderId): Promise<boolean> {
    const { patient, target } = this.#connection;
    const key = this.#keyOf(subject);
    let erased = false;
    for await (const page of listPages(this.#connection, { prefix: key, after: '' })) {
      for (const { key: listed, version, kind } of page) {
        if (listed !== key) continue;
        const command = new DeleteObjectCommand({ ...target, Key: key, ...(version === null ? {} : { VersionId: version }) });
        await patient.send(command).catch((cause: unknown) => {
          throw s3Failure(cause, key, 's3:DeleteObjectVersion');
        });
        erased ||= kind === 'data';
      }
    }
    return erased;
  }

  #keyOf(subject: ProviderId): string {
    return `${this.#location.prefix}${FOLDER}${hexOf(sha256(subject))}.json`;
  }

  async #read(key: string): Promise<IdentityEntry | null> {
    const answer = await readObject(this.#connection, key);
    if (answer.kind === 'absent') return null;
    if (answer.kind === 'found') return parseIdentity(Buffer.from(answer.bytes).toString('latin1'), key);
    if (answer.kind === 'hidden') throw noIdentity('a delete marker over it', key);
    throw unanswered(answer.cause, key);
  }

  /** The condition of the PUT lets one of several writers win; all of them then read the winner's key. */
  async #make(subject: ProviderId): Promise<Uint8Array> {
    const key = this.#keyOf(subject);
    const bytes = Buffer.from(formatIdentity({ subject, key: randomBytes(KEY_BYTES) }));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await setTimeout(FIRST_PAUSE * 2 ** (attempt - 1));
      const answer = await createObject(this.#connection, { key, bytes });
      const made = answer.kind === 'unknown' ? null : await this.#read(key); // unknown: the same bytes again before anything is believed
      if (made !== null) return made.key;
    }
    throw unanswered('no answer that says whose key lies there', key);
  }
}

const neverForgets = (uri: string, mode: string): ConfigurationError =>
  new ConfigurationError('identities/locked', {
    expected: "a bucket for people's keys that forgets when it is told to",
    found: `one that locks every object by itself (${mode})`,
    at: uri,
    doThis: 'name a bucket of its own without a default retention',
  });

const unanswered = (found: string, at: string): UnavailableError =>
  new UnavailableError('store/unavailable', {
    expected: "to learn whether a person's key lies there",
    found,
    at,
    doThis: 'Run it again; if it stays so, look at the state of the service.',
  });
