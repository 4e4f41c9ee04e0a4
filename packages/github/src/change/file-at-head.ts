import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import { blob, blobBytes } from './blob.ts';
import { oid } from './wire.ts';

/** Git's mode of a symbolic link, as GitHub's number. */
const LINK = 0o120000;

/** A file of a commit by its path; null where the commit has none there. A submodule has no object in this repository. */
export const fileEntry = v.nullable(
  v.object({ mode: v.number(), type: v.string(), oid, object: v.nullish(v.record(v.string(), v.unknown()), null) }),
);

/** What a changed file is at the head of the change. A link, or a submodule, holds nothing itself and is not followed. */
export type FileAtHead = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'link' };

/** `listed`: the object that the list of changed files had for it. */
export function fileAtHead(entry: v.InferOutput<typeof fileEntry>, listed: string): Fact<FileAtHead> {
  if (entry === null) return unknown('unusable');
  if (entry.oid !== listed) return unknown('moved');
  if (entry.type !== 'blob' || entry.mode === LINK) return { known: true, value: { kind: 'link' } };
  const parsed = v.safeParse(blob, entry.object);
  if (!parsed.success || parsed.output.oid !== listed) return unknown('unusable');
  const bytes = blobBytes(parsed.output);
  return bytes.known ? { known: true, value: { kind: 'text', text: new TextDecoder().decode(bytes.value) } } : bytes;
}
