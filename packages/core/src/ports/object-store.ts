/**
 * What a store does with one object, without pretending that every store gives the same promises: `assurance` says which ones hold.
 * Semantics follow S3 with Object Lock (reference ledger.md 1.1, 1.2): create-only writes, versions that can be listed, delete
 * markers that hide but do not remove.
 */
export interface ObjectStore {
  /** `file:./ledger` or `s3://bucket/prefix`: for people and receipts. */
  readonly uri: string;
  readonly assurance: Assurance;

  /** Durable when it returns `created`. Never overwrites. `unknown` means that the bytes may or may not have landed. */
  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer>;

  /**
   * Two creates in one go: the second begins to count only when the first is durable and `created`, so that a crash never leaves the second
   * alone. What can be done before that is: its bytes are asked for while the first is on its way to the disk. Absent: one create after the
   * other.
   */
  createInTurn?(first: NewObject, second: () => Promise<NewObject>): Promise<CreatedInTurn>;

  /** The bytes of one version; without `version`, of the only version, else of the newest. */
  read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer>;

  /**
   * The same at once, and without a word on how the object is kept: a folder, where a promise costs more than the read. Absent: it takes
   * its time.
   */
  readNow?(key: ObjectKey): BareAnswer;

  /**
   * Every version and delete marker under `prefix` whose key is greater than `after`, in ascending key order (UTF-8 bytes), newest
   * version first within a key. Never a plain listing: one that omits hidden keys makes an honest writer re-create a slot (attack 1).
   */
  listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion>;

  /**
   * The prefixes directly below one that ends in `/`, ascending, each ending in `/` too and holding an object: S3's common prefixes. At
   * once: a folder, which has to read all names below to find the first. Absent: a listing tells.
   */
  commonPrefixes?(prefix: string): readonly string[];

  /** For how many days the store locks each new object in COMPLIANCE mode by itself; 0: it does not, or would not say. Absent: no locks here. */
  readonly lockedDays?: number;

  /** The lock of one version as the store says it, read back after the create; null: none, or it could not be read. Absent: no locks here. */
  lockOf?(key: ObjectKey, version: VersionId): Promise<ObjectLock | null>;

  /** Whether a version of which no lock was told has none; false: nobody says so to this role. */
  isUnlocked?(key: ObjectKey, version: VersionId | null): Promise<boolean>;
}

export type ObjectKey = string & { readonly brand: 'object-key' };
export type VersionId = string & { readonly brand: 'version-id' };

/**
 * `local`: a folder, no write-once protection by the medium. `locked`: a bucket that locks every object in COMPLIANCE mode by itself.
 * `versioned`: a bucket of which that is not known; nothing is overwritten unseen, and who may delete versions can delete them.
 * `volatile`: gone with the process.
 */
export type Assurance = 'local' | 'locked' | 'versioned' | 'volatile';

export interface ObjectLock {
  /** COMPLIANCE: nobody can lift it. GOVERNANCE: somebody can. */
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  /** UTC milliseconds. */
  readonly until: number;
}

/** What a bucket says of a version beside its bytes. */
export interface ObjectMetadata {
  /** UTC milliseconds. */
  readonly created: number;
  /** Null: there is none, or the role may not read it. */
  readonly lock: ObjectLock | null;
  /** It was not created here: replication brought it, with times and version of another bucket (attack 10). */
  readonly replica: boolean;
  /** Encrypted under another key than the one that the ledger's address names: whoever holds that one can make it unreadable. */
  readonly foreignKey: boolean;
}

export interface NewObject {
  readonly key: ObjectKey;
  readonly bytes: Uint8Array;
}

export interface CreatedInTurn {
  readonly first: CreateAnswer;
  /** Null: not tried, because the first was not created. */
  readonly second: CreateAnswer | null;
}

export type CreateAnswer =
  | { readonly kind: 'created'; readonly version: VersionId | null }
  /** Somebody, possibly we ourselves, owns the key (S3: 412). It never proves that we lost. */
  | { readonly kind: 'exists' }
  /** 409, 5xx, timeout, reset: put the same bytes to the same key again, then read back. */
  | { readonly kind: 'unknown'; readonly cause: string };

export type ReadAnswer =
  /** Without `metadata`: a store that has none, such as a folder. */
  | { readonly kind: 'found'; readonly bytes: Uint8Array; readonly version: VersionId | null; readonly metadata?: ObjectMetadata }
  | { readonly kind: 'absent' }
  /** A delete marker hides the object, or, in a folder, `by` lies in its place: a finding, never a free key. */
  | { readonly kind: 'hidden'; readonly by?: string }
  /**
   * Permission or network: says nothing about the object. `passing`: it could not be read this time, for a reason that lies in the network,
   * the server or the credentials; without it, whoever asks again with the same rights gets the same answer.
   */
  | { readonly kind: 'unreadable'; readonly cause: string; readonly passing?: true };

/** From a store without versions and locks. */
export type BareAnswer =
  | Exclude<ReadAnswer, { readonly kind: 'found' }>
  | { readonly kind: 'found'; readonly bytes: Uint8Array; readonly version: null };

export interface ListOptions {
  /** Only keys strictly greater than this one. */
  readonly after?: string;
  /** The reader stops after so many: a store that gives pages need ask for no more. */
  readonly most?: number;
  /** The reader sorts by itself: a store that would have to hold all names to sort them need not. */
  readonly inAnyOrder?: boolean;
}

export interface ObjectVersion {
  readonly key: ObjectKey;
  readonly version: VersionId | null;
  readonly kind: 'data' | 'marker';
  readonly newest: boolean;
  /** Bytes; 0 for a marker; null where only reading tells (a folder lists names, not sizes). */
  readonly size: number | null;
  /** UTC milliseconds at which the store took it, by the store's clock; absent where a listing does not say. */
  readonly stored?: number;
}
