/**
 * The random key of each person, outside the ledger and deletable. Whoever holds a key can tell whose pseudonym a record carries; once
 * it is gone, nobody can, and no stored byte changes (auditor.md 6.4). Adapters keep it where few can read: a file with mode 0600
 * first, a bucket of its own with S3.
 */
export interface IdentityStore {
  /** The person's 32-byte key, made at first need. Two callers at once get the same one. */
  keyOf(subject: ProviderId): Promise<Uint8Array>;
  /** Everybody who still has a key. */
  subjects(): AsyncIterable<{ readonly subject: ProviderId; readonly key: Uint8Array }>;
  /** Destroys the key. False when there was none. The same person gets another pseudonym afterwards. */
  erase(subject: ProviderId): Promise<boolean>;
}

/** The platform and its numeric account id: `github:583231`. */
export type ProviderId = `${string}:${string}`;
