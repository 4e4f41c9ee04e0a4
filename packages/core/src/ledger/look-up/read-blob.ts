import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { blobKey, blobName, evasiveBlobName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';
import { readObject } from './read-object.ts';

/**
 * The bytes of a blob, or null: neither name holds them. Squatters' bytes are never given out. TamperedError `ledger/hidden`;
 * UnavailableError `ledger/unreadable`: whether the ledger holds them is not known.
 */
export async function readBlob(store: ObjectStore, stream: StreamId, digest: Sha256): Promise<Uint8Array | null> {
  for (const name of [blobName(digest), evasiveBlobName(digest)]) {
    const bytes = await readObject(store, blobKey(stream, name));
    if (bytes !== null && sha256(bytes) === digest) return bytes;
  }
  return null;
}
