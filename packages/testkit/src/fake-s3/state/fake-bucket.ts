import { createHash } from 'node:crypto';
import type { PolicyDocument } from '../../iam/policy-document.ts';
import type { DefaultRetention, VersionLock } from './object-lock.ts';
import { SortedKeys } from './sorted-keys.ts';
import type { Encryption, StoredContent, StoredVersion } from './stored-version.ts';
import type { Upload } from './upload.ts';

export type Versioning = 'never' | 'Enabled' | 'Suspended';

export interface BucketOptions {
  /** `CreateBucket` with `ObjectLockEnabledForBucket`: brings versioning with it. */
  readonly objectLock?: boolean;
  readonly versioning?: boolean;
  readonly defaultRetention?: DefaultRetention;
  readonly encryption?: Encryption;
}

const FREE: VersionLock = { retention: null, legalHold: false };

/** One bucket and everything in it. Its own methods know no policy and no lock: what they do is what the disk could do. */
export class FakeBucket {
  readonly name: string;
  readonly created: number;
  versioning: Versioning;
  objectLock: { readonly rule: DefaultRetention | null } | null;
  encryption: Encryption;
  policy: { readonly text: string; readonly document: PolicyDocument } | null = null;
  publicAccessBlock: Readonly<Record<string, boolean>> | null = null;
  readonly uploads = new Map<string, Upload>();
  readonly #objects = new Map<string, StoredVersion[]>(); // newest first
  readonly #keys = new SortedKeys();
  readonly #changed = new Map<string, number>();
  #events = 0;

  constructor(name: string, created: number, options: BucketOptions = {}) {
    this.name = name;
    this.created = created;
    const locked = options.objectLock === true || options.defaultRetention !== undefined;
    this.versioning = locked || options.versioning === true ? 'Enabled' : 'never';
    this.objectLock = locked ? { rule: options.defaultRetention ?? null } : null;
    this.encryption = options.encryption ?? { kind: 'AES256' };
  }

  /** Newest first. */
  versions(key: string): readonly StoredVersion[] {
    return this.#objects.get(key) ?? [];
  }

  current(key: string): StoredVersion | undefined {
    return this.versions(key)[0];
  }

  find(key: string, id: string): StoredVersion | undefined {
    return this.versions(key).find((version) => version.id === id);
  }

  keys(prefix = '', from = ''): Iterable<string> {
    return this.#keys.under(prefix, from);
  }

  /** A new version on top; null content is a delete marker. Without versioning it takes the place of what was there. */
  add(key: string, modified: number, content: StoredContent | null, lock: VersionLock = FREE): StoredVersion {
    const moment = this.event();
    const id = this.versioning === 'Enabled' ? versionId(`${this.name} ${moment}`) : 'null';
    const version: StoredVersion = { id, modified, content, ...lock };
    const old = this.versions(key).filter((one) => one.id !== id);
    if (!this.#objects.has(key)) this.#keys.add(key);
    this.#objects.set(key, [version, ...old]);
    this.#changed.set(key, moment);
    return version;
  }

  /** Takes one version away without a trace. */
  drop(key: string, id: string): void {
    const rest = this.versions(key).filter((version) => version.id !== id);
    this.#changed.set(key, this.event());
    if (rest.length > 0) this.#objects.set(key, rest);
    else if (this.#objects.delete(key)) this.#keys.remove(key);
  }

  lock(key: string, id: string, lock: Partial<VersionLock>): void {
    this.#objects.set(
      key,
      this.versions(key).map((version) => (version.id === id ? { ...version, ...lock } : version)),
    );
  }

  /** What replication would have left behind: the version came from elsewhere, with the time that it had there. */
  replicated(key: string, id: string, modified: number): void {
    this.#objects.set(
      key,
      this.versions(key).map((version) => (version.id === id ? { ...version, modified, replica: true } : version)),
    );
  }

  /** The next moment of this bucket; only their order means something. */
  event(): number {
    return (this.#events += 1);
  }

  changedSince(key: string, moment: number): boolean {
    return (this.#changed.get(key) ?? 0) > moment;
  }

  get empty(): boolean {
    return this.#objects.size === 0;
  }
}

/** 32 characters as AWS makes them; opaque, and the same for the same test. */
const versionId = (seed: string): string =>
  createHash('sha256').update(seed).digest('base64').replaceAll('+', '.').replaceAll('/', '_').slice(0, 32);
