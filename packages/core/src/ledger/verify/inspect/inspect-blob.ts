import { sha256 } from '../../../canonical/digest.ts';
import { whenThere, type Soon } from '../../../concurrency/soon.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { blobKey, digestOfBlob, type BlobName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';
import type { BlobInspection, Target } from './inspector.ts';
import { readVersion } from './read-version.ts';

/** Bytes against the digest in its name: a blob is not signed. */
export function inspectBlob(store: ObjectStore, stream: StreamId, { name, version }: Target<BlobName>): Soon<BlobInspection> {
  return whenThere(readVersion(store, blobKey(stream, name), version), (read) => {
    if (read.state !== 'bytes') return read;
    const digest = sha256(read.bytes);
    return digest === digestOfBlob(name) ? { state: 'right', kept: read.kept } : { state: 'altered', digest };
  });
}
