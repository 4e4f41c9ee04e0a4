/** Where a ledger lies at AWS, and what keeps it: which events are about it. */
export interface LedgerPlace {
  readonly bucket: string;
  /** The empty string, or names with a slash after each. */
  readonly prefix: string;
  /** ARNs or ids of its KMS keys. Empty: every key of the account. */
  readonly kmsKeys: readonly string[];
}

/** One version or delete marker in the ledger's bucket. */
export interface LedgerObject {
  /** Whole, the prefix included. */
  readonly key: string;
  /** Null where the store keeps none. */
  readonly version: string | null;
  readonly kind: 'data' | 'marker';
  /** UTC milliseconds; null: nobody knows. */
  readonly createdAt: number | null;
}
