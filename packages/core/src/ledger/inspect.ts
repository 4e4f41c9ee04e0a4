import type { Envelope } from '../canonical/envelope.ts';
import { sha256 } from '../canonical/digest.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../canonical/statement.ts';
import type { PlatformStanding } from '../platform/platform-standing.ts';
import type { ObjectKey, ObjectStore, VersionId } from '../ports/object-store.ts';
import { readAcknowledgement, type AcknowledgedFinding } from './acknowledgement.ts';
import { digestOfNames } from './committed-names.ts';
import { slotIn } from './head.ts';
import type { Keyring } from './keyring.ts';
import type { BlobInspection, Inspector, RecordInspection, RightRecord, SlotInspection, Target, Unread } from './inspector.ts';
import { blobKey, digestOfBlob, digestOfName, recordKey, slotKey, timeOfName, type BlobName, type RecordName } from './layout.ts';
import { namedBlob } from './named-blob.ts';
import { readNamedCheckpoint } from './named-checkpoint.ts';
import { readRunWord } from './run-word.ts';
import { readSealed } from './sealed-form.ts';
import type { StreamId } from './stream-id.ts';
import { Turnstile } from './turnstile.ts';
import { standingWithoutTrust, type Vouching } from './vouching.ts';

type Read = { readonly state: 'bytes'; readonly bytes: Uint8Array } | Unread;
/** Requests under way at once: as many as a bucket's connections. Memory does not grow with the ledger. */
const MOST_READS = 64;
/** A blob is up to 64 MiB, where a record or slot is some kilobytes. */
const MOST_BLOBS = 4;
const RIGHT: RightRecord = {
  state: 'right',
  acknowledgement: null,
  blob: null,
  run: null,
  checkpoint: null,
  platform: { kind: 'none' },
};

/** Inspects in this thread. Without anybody who vouches signatures are not checked, only bytes and form. `reads`: under way at once. */
export function inspectorOf(store: ObjectStore, vouching: Vouching | null, reads = MOST_READS): Inspector {
  const small = new Turnstile(reads);
  const large = new Turnstile(Math.min(reads, MOST_BLOBS));
  return {
    slots: (stream, targets) =>
      Promise.all(targets.map((target) => small.pass(() => inspectSlot(store, vouching, stream, target)))),
    records: (stream, targets) =>
      Promise.all(targets.map((target) => small.pass(() => inspectRecord(store, vouching, stream, target)))),
    blobs: (stream, targets) => Promise.all(targets.map((target) => large.pass(() => inspectBlob(store, stream, target)))),
  };
}

async function inspectSlot(
  store: ObjectStore,
  vouching: Vouching | null,
  stream: StreamId,
  { name: seq, version }: Target<number>,
): Promise<SlotInspection> {
  const read = await readVersion(store, slotKey(stream, seq), version);
  if (read.state !== 'bytes') return read;
  const digest = sha256(read.bytes);
  const envelope = readSealed(read.bytes);
  const slot = envelope === null ? null : slotIn(envelope, stream, seq);
  if (envelope === null || slot === null) return { state: 'void', digest };
  const { prev, floor, entries, recent } = slot;
  const problem = vouching === null ? null : await vouching.slotProblem(stream, slot, envelope);
  const rightIfSealedBefore = problem === null ? null : (vouching?.slotBeforeTheft(slot, envelope) ?? null);
  return { state: 'read', seq, prev, floor, entries, digest, recent: digestOfNames(recent), problem, rightIfSealedBefore };
}

async function inspectRecord(
  store: ObjectStore,
  vouching: Vouching | null,
  stream: StreamId,
  { name, version }: Target<RecordName>,
): Promise<RecordInspection> {
  const read = await readVersion(store, recordKey(stream, name), version);
  if (read.state !== 'bytes') return read;
  const digest = sha256(read.bytes);
  if (digest !== digestOfName(name)) return { state: 'altered', digest };
  const envelope = readSealed(read.bytes);
  if (envelope?.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    const problem = 'the bytes are no Statement in an envelope';
    return { state: 'unsigned', digest, problem, platform: { kind: 'none' }, ifSealed: null };
  }
  const vouched = await vouching?.forRecord(stream, name, envelope);
  const platform = vouched?.platform ?? standingWithoutTrust(envelope);
  if (vouching === null || vouched === undefined || vouched.problem === null)
    return rightRecord(name, envelope, platform, vouching?.keys ?? null);
  const older = await vouching.recordBeforeTheft(stream, name, envelope);
  const keys = vouching.beforeTheft?.keys ?? null;
  const ifSealed = older && { before: older.time, record: rightRecord(name, envelope, older.word.platform, keys) };
  return { state: 'unsigned', digest, problem: vouched.problem, platform, ifSealed };
}

function rightRecord(name: RecordName, envelope: Envelope, platform: PlatformStanding, keys: Keyring | null): RightRecord {
  const blob = namedBlob(envelope.payload);
  const acknowledgement = keys === null ? null : acknowledgementIn(keys, envelope, timeOfName(name));
  const run = readRunWord(envelope.payload);
  const checkpoint = readNamedCheckpoint(envelope.payload);
  const plain = acknowledgement === null && blob === null && run === null && checkpoint === null && platform.kind === 'none';
  return plain ? RIGHT : { state: 'right', acknowledgement, blob, run, checkpoint, platform };
}

async function inspectBlob(store: ObjectStore, stream: StreamId, { name, version }: Target<BlobName>): Promise<BlobInspection> {
  const read = await readVersion(store, blobKey(stream, name), version);
  if (read.state !== 'bytes') return read;
  const digest = sha256(read.bytes);
  return digest === digestOfBlob(name) ? { state: 'right' } : { state: 'altered', digest };
}

async function readVersion(store: ObjectStore, key: ObjectKey, version: VersionId | null): Promise<Read> {
  const answer = await store.read(key, version ?? undefined);
  switch (answer.kind) {
    case 'found':
      return { state: 'bytes', bytes: answer.bytes };
    case 'unreadable':
      return { state: 'unreadable', why: answer.cause };
    case 'hidden':
    case 'absent':
      return { state: answer.kind, why: 'listed a moment ago' };
  }
}

function acknowledgementIn(keys: Keyring, envelope: Envelope, at: number): AcknowledgedFinding | null {
  const acknowledgement = readAcknowledgement(envelope.payload);
  return acknowledgement !== null && keys.mayAcknowledge(keys.signers(envelope, at)) ? acknowledgement : null;
}
