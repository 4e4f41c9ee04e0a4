/** A copy of a trail's bucket, or the bucket. Keys are whole, as in the bucket. */
export interface TrailFiles {
  /** In any order. */
  keys(): readonly string[] | Promise<readonly string[]>;
  read(key: string): TrailFile | Promise<TrailFile>;
}

export type TrailFile =
  | {
      readonly kind: 'found';
      readonly bytes: Uint8Array;
      /** Metadata `signature` of the object. Null: not copied; for all but the newest digest the next one holds it. */
      readonly signature: string | null;
    }
  | { readonly kind: 'absent' }
  /** Permission, network, size: says nothing about the file. */
  | { readonly kind: 'unreadable'; readonly cause: string };
