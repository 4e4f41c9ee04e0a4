import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import { inBatches } from '../../../concurrency/in-batches.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { attachmentKey } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';

/**
 * Originals that records say were kept outside of the ledger, such as scanners' reports: for each record that names one. No promise rests
 * on that store: what is gone from it was erased, as it may be, and is no tampering. The record still proves which bytes they were.
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

type Standing = keyof AttachmentCounts;

const AT_ONCE = 4; // in a batch: a report may have 64 MiB
const REMEMBERED = 4_096; // digests: the report of a scan that found nothing is the same for many changes

export class AttachmentTally {
  readonly #stream: StreamId;
  readonly #attachments: ObjectStore | null;
  readonly #counts: Record<Standing, number> = { kept: 0, erased: 0, altered: 0, unreadable: 0, unasked: 0 };
  readonly #known = new Map<Sha256, Standing>();

  /** `attachments` null: nobody said where they lie. */
  constructor(stream: StreamId, attachments: ObjectStore | null) {
    this.#stream = stream;
    this.#attachments = attachments;
  }

  get counts(): AttachmentCounts {
    return { ...this.#counts };
  }

  /** Looks at the originals that some records name. Keeps none of them: a ledger of a million records names as many. */
  async look(named: readonly Sha256[]): Promise<void> {
    const standings = (digests: readonly Sha256[]) => Promise.all(digests.map((digest) => this.#standingOf(digest)));
    for await (const batch of inBatches(named, standings, AT_ONCE)) for (const [, standing] of batch) this.#counts[standing] += 1;
  }

  async #standingOf(digest: Sha256): Promise<Standing> {
    if (this.#attachments === null) return 'unasked';
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const standing = await readStanding(this.#attachments, this.#stream, digest);
    if (this.#known.size < REMEMBERED) this.#known.set(digest, standing);
    return standing;
  }
}

async function readStanding(attachments: ObjectStore, stream: StreamId, digest: Sha256): Promise<Standing> {
  const answer = await attachments.read(attachmentKey(stream, digest));
  if (answer.kind === 'unreadable') return 'unreadable';
  if (answer.kind !== 'found') return 'erased';
  return sha256(answer.bytes) === digest ? 'kept' : 'altered';
}
