import { sha256, type Sha256 } from './digest.ts';

/**
 * Text that an outsider controls (a branch, a path, a title, a rule's text), as much of it as a record may hold: enough to prove what it
 * was, nothing that may have to leave. Otherwise a branch named like an e-mail address would make its own denial unrecordable.
 */
export interface TextDigest {
  /** Of the UTF-8 bytes. */
  readonly sha256: Sha256;
  /** In UTF-8 bytes. */
  readonly length: number;
}

/** Of the UTF-8 bytes of a text. */
export function textDigest(text: string): TextDigest {
  return { sha256: sha256(text), length: Buffer.byteLength(text) };
}
