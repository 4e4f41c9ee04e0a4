import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { JsonObject, JsonValue } from '@proofrail/core/canonical';
import { fakeTrailEvent, type FakeTrailCall } from './fake-trail-event.ts';

export interface FakeTrailOptions {
  readonly bucket: string;
  /** The empty string, or names with a slash after each. */
  readonly prefix?: string;
  readonly account: string;
  readonly region: string;
  readonly name?: string;
  /** UTC milliseconds: when the trail was switched on. */
  readonly start: number;
}

interface Delivered {
  readonly key: string;
  readonly content: Buffer;
}

const HOUR = 3_600_000;
const sha256Hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const extended = (time: number): string => new Date(time).toISOString().replace('.000', '');
const basic = (time: number): string => extended(time).replaceAll(/[-:]/g, '');
const folder = (time: number): string => extended(time).slice(0, 10).replaceAll('-', '/');

/**
 * A trail with validation of log files, in a bucket that is a map: events go into gzipped log files, and each hour ends with a signed digest,
 * in the formats that AWS publishes. A fake: the key is its own, and AWS has signed none of it.
 */
export class FakeTrail {
  /** The bucket: key → bytes. */
  readonly files = new Map<string, Buffer>();
  /** Metadata `signature` of the digests, by key. */
  readonly signatures = new Map<string, string>();
  readonly #options: Required<FakeTrailOptions>;
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  #now: number;
  #count = 0;
  #pending: JsonObject[] = [];
  #previous: (Delivered & { readonly signature: string }) | null = null;

  constructor(options: FakeTrailOptions) {
    this.#options = { prefix: '', name: 'example', ...options };
    this.#keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#now = options.start;
  }

  /** Beginning of the hour that is not over. */
  get now(): number {
    return this.#now;
  }

  /** Something is done in this hour: `at` milliseconds after its beginning. */
  call(call: Omit<FakeTrailCall, 'at'>, at = 60_000): void {
    this.#count += 1;
    this.#pending.push(fakeTrailEvent({ ...call, at: this.#now + at }, this.#count, this.#options));
  }

  /** The hour ends: what was done in it is delivered, then the digest. Gives back the digest's key. */
  endHour(): string {
    const logs = this.#pending.length === 0 ? [] : [this.#deliverLog(this.#pending)];
    this.#pending = [];
    const end = this.#now + HOUR;
    const key = this.#deliverDigest(end, logs);
    this.#now = end;
    return key;
  }

  /** Logging, or its validation, is off for so many hours; then the chain begins anew. */
  switchOff(hours: number): void {
    this.#now += hours * HOUR;
    this.#previous = null;
  }

  /** What `aws cloudtrail list-public-keys` would print. */
  publicKeys(): Buffer {
    const der = this.#keys.publicKey.export({ format: 'der', type: 'pkcs1' });
    const month = 30 * 24 * HOUR;
    const entry = {
      Value: der.toString('base64'),
      ValidityStartTime: (this.#options.start - HOUR) / 1000,
      ValidityEndTime: (this.#options.start + month) / 1000,
      Fingerprint: this.#fingerprint(),
    };
    return Buffer.from(JSON.stringify({ PublicKeyList: [entry] }));
  }

  #deliverLog(records: readonly JsonValue[]): Delivered {
    const { account, region, prefix } = this.#options;
    const time = this.#now + 5 * 60_000;
    const unique = String(this.#count).padStart(16, '0');
    const name = `${account}_CloudTrail_${region}_${basic(time).replace(/\d\dZ$/, 'Z')}_${unique}.json.gz`;
    const key = `${prefix}AWSLogs/${account}/CloudTrail/${region}/${folder(time)}/${name}`;
    return this.#put(key, { Records: records });
  }

  #deliverDigest(end: number, logs: readonly Delivered[]): string {
    const { account, region, prefix, name, bucket } = this.#options;
    const file = `${account}_CloudTrail-Digest_${region}_${name}_${region}_${basic(end)}.json.gz`;
    const key = `${prefix}AWSLogs/${account}/CloudTrail-Digest/${region}/${folder(end)}/${file}`;
    const previous = this.#previous;
    const { content } = this.#put(key, {
      awsAccountId: account,
      digestStartTime: extended(this.#now),
      digestEndTime: extended(end),
      digestS3Bucket: bucket,
      digestS3Object: key,
      digestPublicKeyFingerprint: this.#fingerprint(),
      digestSignatureAlgorithm: 'SHA256withRSA',
      newestEventTime: logs.length === 0 ? null : extended(this.#now + 60_000),
      oldestEventTime: logs.length === 0 ? null : extended(this.#now + 60_000),
      previousDigestS3Bucket: previous === null ? null : bucket,
      previousDigestS3Object: previous?.key ?? null,
      previousDigestHashValue: previous === null ? null : sha256Hex(previous.content),
      previousDigestHashAlgorithm: previous === null ? null : 'SHA-256',
      previousDigestSignature: previous?.signature ?? null,
      logFiles: logs.map((log) => ({
        s3Bucket: bucket,
        s3Object: log.key,
        hashValue: sha256Hex(log.content),
        hashAlgorithm: 'SHA-256',
        newestEventTime: extended(this.#now + 60_000),
        oldestEventTime: extended(this.#now + 60_000),
      })),
    });
    const text = [extended(end), `${bucket}/${key}`, sha256Hex(content), previous?.signature ?? 'null'].join('\n');
    const signature = sign('sha256', Buffer.from(text), this.#keys.privateKey).toString('hex');
    this.signatures.set(key, signature);
    this.#previous = { key, content, signature };
    return key;
  }

  #put(key: string, document: JsonValue): Delivered {
    const content = Buffer.from(JSON.stringify(document));
    this.files.set(key, gzipSync(content));
    return { key, content };
  }

  /** MD5 of the key's DER: measured on the examples of AWS's guide. */
  #fingerprint(): string {
    return createHash('md5')
      .update(this.#keys.publicKey.export({ format: 'der', type: 'pkcs1' }))
      .digest('hex');
  }
}
