import type { Encryption } from './stored-version.ts';

/** A multipart upload under way: invisible to every check until it is completed. */
export interface Upload {
  readonly key: string;
  /** The moment of its bucket at which it began. */
  readonly begun: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly encryption: Encryption;
  readonly parts: Map<number, { readonly bytes: Buffer; readonly etag: string }>;
}
