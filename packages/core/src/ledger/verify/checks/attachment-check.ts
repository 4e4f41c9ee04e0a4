import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import { inBatches } from '../../../concurrency/in-batches.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { attachmentKey } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';

/**
 * Originals that records say were kept outside of the ledger, such as scanners' reports, each counted once. No promise rests on that
 * store: what is gone from it was erased, as it may be, and is no tampering. The record still proves which bytes they were.
 */
export interface AttachmentCounts {
  readonly kept: number;
  readonly erased: number;
  /** Other bytes lie under the digest. */
  readonly altered: number;
  readonly unreadable: number;
  /** Nobody said where they lie. */
  readonly unasked: number;
}

const NONE: AttachmentCounts = { kept: 0, erased: 0, altered: 0, unreadable: 0, unasked: 0 };
const AT_ONCE = 4; // in a batch: a report may have 100 MB

export async function checkAttachments(
  stream: StreamId,
  named: ReadonlySet<Sha256>,
  attachments: ObjectStore | null,
): Promise<AttachmentCounts> {
  if (attachments === null) return { ...NONE, unasked: named.size };
  const counts = { ...NONE };
  const look = (digests: readonly Sha256[]) => Promise.all(digests.map((digest) => standingOf(stream, digest, attachments)));
  for await (const batch of inBatches(named, look, AT_ONCE)) for (const [, standing] of batch) counts[standing] += 1;
  return counts;
}

async function standingOf(stream: StreamId, digest: Sha256, attachments: ObjectStore): Promise<keyof AttachmentCounts> {
  const answer = await attachments.read(attachmentKey(stream, digest));
  if (answer.kind === 'unreadable') return 'unreadable';
  if (answer.kind !== 'found') return 'erased';
  return sha256(answer.bytes) === digest ? 'kept' : 'altered';
}
