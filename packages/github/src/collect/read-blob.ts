import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { blob, blobBytes } from '../change/blob.ts';
import { BLOB_DOCUMENT } from '../documents/blob-document.ts';

/** The text of a file by its object id, hashed anew. */
export async function readBlob(
  asker: Asker,
  { owner, name }: { readonly owner: string; readonly name: string },
  id: string,
): Promise<Fact<string>> {
  const answer = await asker.graphql(BLOB_DOCUMENT, { owner, name, blob: id });
  const read = answer.part(['repository'], v.object({ blob }), 'contents');
  if (!read.known) return read;
  if (read.value.blob.oid !== id) return unknown('unusable');
  const bytes = blobBytes(read.value.blob);
  return bytes.known ? { known: true, value: new TextDecoder().decode(bytes.value) } : bytes;
}
