import { sha256, type Sha256 } from '../../canonical/digest.ts';
import { TamperedError } from '../../outcomes/failure.ts';
import type { ObjectKey } from '../../ports/object-store.ts';
import { blobKey, blobName, evasiveBlobName } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import { putSurely } from './put-surely.ts';
import type { StreamId } from '../stream-id.ts';

export interface StoredBlob {
  readonly digest: Sha256;
  readonly key: ObjectKey;
  /** Somebody had put other bytes under the plain name: the finding `blob/squatted` of every verification (attack 18). */
  readonly squatted: boolean;
}

/** Stores an attachment by content, once: an SBOM, a bundle, a labelled input. TamperedError `ledger/squatted-twice`; UnavailableError. */
export async function putBlob(ledger: Ledger, stream: StreamId, bytes: Uint8Array): Promise<StoredBlob> {
  const digest = sha256(bytes);
  for (const [name, squatted] of [
    [blobName(digest), false],
    [evasiveBlobName(digest), true],
  ] as const) {
    const key = blobKey(stream, name);
    if ((await putSurely(ledger, key, bytes)).kind === 'ours') return { digest, key, squatted };
  }
  throw new TamperedError('ledger/squatted-twice', {
    expected: `bytes with the digest ${digest}`,
    found: 'other bytes, under the plain name and under the one beside it',
    at: blobKey(stream, blobName(digest)),
    doThis: 'Find out who else may write blobs of this stream. "proofrail verify" names both objects.',
  });
}
