import { createHash } from 'node:crypto';
import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import { oid } from './wire.ts';

export const blob = v.object({ oid, isBinary: v.nullable(v.boolean()), isTruncated: v.boolean(), text: v.nullable(v.string()) });
export type Blob = v.InferOutput<typeof blob>;

/**
 * The bytes of a file as git knows them: hashed anew, so that an answer that was cut, re-encoded or exchanged on its way is not taken
 * for the file. Ids of 64 digits are SHA-256 (gate.md 0.10).
 */
export function blobBytes({ oid: id, isTruncated, text }: Blob): Fact<Uint8Array> {
  if (isTruncated) return unknown('truncated');
  if (text === null) return unknown('unusable');
  const bytes = new TextEncoder().encode(text);
  const hash = createHash(id.length === 64 ? 'sha256' : 'sha1');
  const found = hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return found === id ? { known: true, value: bytes } : unknown('unusable');
}
