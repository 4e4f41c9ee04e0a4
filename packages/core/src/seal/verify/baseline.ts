import type { StreamId } from '../../ledger/stream-id.ts';
import type { StreamStart } from '../../ledger/verify/inventory/stream-start.ts';
import { ConfigurationError, TamperedError } from '../../outcomes/failure.ts';
import { slotKey } from '../../ledger/layout.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { counted } from '../../text/counted.ts';
import { formatCheckpoint, parseCheckpoint, type Checkpoint } from '../../tlog/checkpoint.ts';
import { parseNote } from '../../tlog/note.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { openNote } from '../../tlog/open-note.ts';
import { listStreams } from '../../ledger/look-up/list-streams.ts';
import type { PlacedPlan } from '../../ledger/seals/plan.ts';
import { readBody, sizeBefore } from '../../ledger/seals/read-body.ts';
import { newestPlan, readPlan, readSealObject, tampered, unreadable } from '../../ledger/seals/read-plans.ts';
import { requireIncluded } from '../../ledger/seals/require-included.ts';
import { edgeKey, FIRST_SEAL } from '../../ledger/seals/seal-layout.ts';
import { SealableSlots } from '../slots/sealable-slots.ts';
import { planEntry } from '../../ledger/seals/sealed-entry.ts';
import { treeOfSeal } from '../../ledger/seals/sealed-tree.ts';

/** A seal that was verified before, from which a verification goes on. */
export interface Baseline {
  readonly placed: PlacedPlan;
  readonly checkpoint: Checkpoint;
  /** Keys that signed it. */
  readonly signedBy: readonly KeyId[];
  /** What lies beside the body; it gives the checkpoint's root. */
  readonly edge: Uint8Array;
  readonly starts: ReadonlyMap<StreamId, StreamStart>;
  /** Streams that came later. */
  readonly newStreams: readonly StreamId[];
}

/**
 * The place in a ledger's log that a signed checkpoint names, which somebody kept when all before it was verified. TamperedError
 * `seal/forked`: the log does not go on from it; ConfigurationError `seal/not-a-checkpoint`; UnavailableError `seal/unreadable`.
 */
export async function openBaseline(store: ObjectStore, note: Uint8Array, keys: readonly NoteKey[]): Promise<Baseline> {
  const { checkpoint, signedBy } = trustedCheckpoint(note, keys);
  const n = await numberOf(store, checkpoint);
  const sealed = await treeOfSeal(store, n);
  const placed = await readPlan(store, n);
  // The plan says where streams stood; the tree says that it is the one that was sealed.
  await requireIncluded(sealed, await sizeBefore(store, n), planEntry(n, placed.digest));
  const edge = await readSealObject(store, edgeKey(n));
  if (edge === null) throw tampered('seal/mismatch', edgeKey(n), 'the right edge of the tree', 'nothing');
  const starts = new Map<StreamId, StreamStart>();
  for (const { stream, to, head, floor } of placed.plan.streams) {
    starts.set(stream, { seq: to, digest: head, floor, committed: await committedAt(store, stream, to, head) });
  }
  const newStreams = (await listStreams(store)).filter((stream) => !starts.has(stream));
  return { placed, checkpoint, signedBy, edge, starts, newStreams };
}

function trustedCheckpoint(bytes: Uint8Array, keys: readonly NoteKey[]): Pick<Baseline, 'checkpoint' | 'signedBy'> {
  const note = parseNote(bytes);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  const opened = note === null ? null : openNote(note, keys);
  const by = opened?.kind === 'signed' ? opened.by.filter(({ name }) => name === checkpoint?.origin) : [];
  if (checkpoint !== null && by.length > 0) return { checkpoint, signedBy: by.map(({ publicKey }) => publicKey.keyId) };
  throw new ConfigurationError('seal/not-a-checkpoint', {
    expected: 'a checkpoint that a key of the log signed, as "proofrail seal --save-checkpoint" writes it',
    found: checkpoint === null ? 'other bytes' : 'no signature by a key of the trust file',
    at: '--since',
    doThis: 'Name the checkpoint that was kept, and the trust file with the "log_keys" under which it was verified.',
  });
}

/** Sizes grow with every seal, so a few bodies tell which one it is. */
async function numberOf(store: ObjectStore, checkpoint: Checkpoint): Promise<number> {
  let [low, high] = [FIRST_SEAL, (await newestPlan(store))?.plan.n ?? 0];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const body = await readBody(store, middle);
    if (body !== null && formatCheckpoint(body) === formatCheckpoint(checkpoint)) return middle;
    if (body !== null && body.size < checkpoint.size) low = middle + 1;
    else high = middle - 1;
  }
  throw forked(checkpoint);
}

async function committedAt(store: ObjectStore, stream: StreamId, seq: number, head: StreamStart['digest']) {
  if (seq === 0) return [];
  const slots = await SealableSlots.listed({ store }, stream, seq);
  const newest = await slots.read(seq);
  if (newest === 'unreadable') throw unreadable(slotKey(stream, seq), 'no answer');
  if (newest === 'absent' || newest.digest !== head) {
    throw tampered('seal/mismatch', slotKey(stream, seq), `the slot that was sealed, ${head ?? ''}`, 'another one, or none');
  }
  const valid = await slots.lastValid(seq);
  if (valid === null) return [];
  if (!('why' in valid)) return [...new Set([...valid.recent, ...valid.entries])].sort();
  if (valid.why === 'unreadable') throw unreadable(slotKey(stream, valid.seq), 'no answer');
  throw tampered('seal/mismatch', slotKey(stream, valid.seq), 'a slot that was sealed', 'none');
}

const forked = ({ origin, size }: Checkpoint): TamperedError =>
  new TamperedError('seal/forked', {
    expected: `a log that goes on from the checkpoint of ${origin} at ${counted(size, 'entry', 'entries')}`,
    found: 'another one, or one that was cut short',
    at: '--since',
    doThis: 'Run "proofrail verify" without it, and find out who else may write to the ledger.',
  });
