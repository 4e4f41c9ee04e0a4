import type { Checksum } from './checksum.ts';
import type { VersionLock } from './object-lock.ts';

export interface StoredVersion extends VersionLock {
  /** `null` (the word) for what was written without versioning. */
  readonly id: string;
  /** Milliseconds since 1970, whole seconds. */
  readonly modified: number;
  /** Replication brought it here. The fake replicates nothing itself: a test says so. */
  readonly replica?: boolean;
  /** Null: a delete marker. */
  readonly content: StoredContent | null;
}

export interface StoredContent {
  readonly bytes: Buffer;
  /** With its quotes. */
  readonly etag: string;
  readonly checksum: Checksum;
  readonly encryption: Encryption;
  /** What comes back as it was sent: content-type, x-amz-meta-… */
  readonly headers: Readonly<Record<string, string>>;
}

export type Encryption =
  { readonly kind: 'AES256' } | { readonly kind: 'aws:kms'; readonly key: string; readonly bucketKey: boolean };
