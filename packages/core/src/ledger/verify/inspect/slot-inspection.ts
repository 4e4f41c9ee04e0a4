import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import type { Envelope } from '../../../canonical/envelope.ts';
import { whenThere, type Soon } from '../../../concurrency/soon.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { slotIn } from '../../append/head.ts';
import { slotKey } from '../../layout.ts';
import { readSealed } from '../../stored/sealed-form.ts';
import type { StreamId } from '../../stream-id.ts';
import type { Vouching } from '../../trust/vouching.ts';
import { digestOfNames } from '../checks/committed-names.ts';
import type { Inspection } from './inspection.ts';
import type { ReadSlot, SlotInspection, Target, Unread } from './inspector.ts';
import { readVersion } from './read-version.ts';

/** How the slots of a stream are inspected. */
export const slotInspection = (
  store: ObjectStore,
  vouching: Vouching | null,
  stream: StreamId,
): Inspection<Target<number>, OpenedSlot, SlotInspection> => ({
  open: (target) => openSlot(store, stream, target),
  judge: (opened) => judgeSlot(opened, vouching, stream),
});

type OpenedSlot =
  | Unread
  | { readonly state: 'void'; readonly digest: Sha256 }
  /** The slot without the long half, of which only a digest is wanted. */
  | { readonly state: 'parsed'; readonly slot: SlotRead; readonly envelope: Envelope };

type SlotRead = Omit<ReadSlot, 'state' | 'problem' | 'rightIfSealedBefore'>;

function openSlot(store: ObjectStore, stream: StreamId, { name: seq, version }: Target<number>): Soon<OpenedSlot> {
  return whenThere(readVersion(store, slotKey(stream, seq), version), (read): OpenedSlot => {
    if (read.state !== 'bytes') return read;
    const digest = sha256(read.bytes);
    const envelope = readSealed(read.bytes);
    const slot = envelope === null ? null : slotIn(envelope, stream, seq);
    if (envelope === null || slot === null) return { state: 'void', digest };
    const { prev, floor, entries, adopted, recent } = slot;
    return { state: 'parsed', slot: { seq, prev, floor, entries, adopted, digest, recent: digestOfNames(recent) }, envelope };
  });
}

function judgeSlot(opened: OpenedSlot, vouching: Vouching | null, stream: StreamId): Soon<SlotInspection> {
  if (opened.state !== 'parsed') return opened;
  const { slot, envelope } = opened;
  return whenThere(vouching === null ? null : vouching.slotProblem(stream, slot, envelope), (problem) => {
    const rightIfSealedBefore = problem === null ? null : (vouching?.slotBeforeTheft(slot, envelope) ?? null);
    return { state: 'read', ...slot, problem, rightIfSealedBefore };
  });
}
