import { createHash } from 'node:crypto';

export type GitObjectKind = 'blob' | 'tree' | 'commit';

/** The id that git itself gives these bytes (SHA-1 object format). */
export function gitObjectId(kind: GitObjectKind, bytes: Buffer): string {
  return createHash('sha1').update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex');
}
