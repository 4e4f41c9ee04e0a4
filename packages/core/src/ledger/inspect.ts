import type { Envelope } from '../canonical/envelope.ts';
import { sha256 } from '../canonical/digest.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../canonical/statement.ts';
import type { PlatformStanding } from '../platform/platform-standing.ts';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '../ports/object-store.ts';
import { readAcknowledgement, type AcknowledgedFinding } from './acknowledgement.ts';
import { digestOfNames } from './committed-names.ts';
import { slotIn } from './head.ts';
import type { Keyring } from './keyring.ts';
import type {
  BlobInspection,
  Inspector,
  RecordInspection,
  RightRecord,
  SlotInspection,
  Target,
  Unread,
  UnsignedRecord,
} from './inspector.ts';
import { blobKey, digestOfBlob, digestOfName, recordKey, slotKey, timeOfName, type BlobName, type RecordName } from './layout.ts';
import { namedBlob } from './named-blob.ts';
import { readNamedCheckpoint } from './named-checkpoint.ts';
import { readRunWord } from './run-word.ts';
import { readSealed } from './sealed-form.ts';
import { whenThere, type Soon } from './soon.ts';
import type { StreamId } from './stream-id.ts';
import { Turnstile } from './turnstile.ts';
import { standingWithoutTrust, type VouchedRecord, type Vouching } from './vouching.ts';

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
  // What is there at once needs no turnstile; requests for tokens besides are bounded by the batch.
  const each = <T, R>(turnstile: Turnstile, targets: readonly T[], inspect: (target: T) => Soon<R>): Promise<R[]> =>
    store.readNow === undefined
      ? Promise.all(targets.map((target) => turnstile.pass(async () => inspect(target))))
      : Promise.all(targets.map(inspect));
  return {
    slots: async (stream, targets) => each(small, targets, (target) => inspectSlot(store, vouching, stream, target)),
    records: async (stream, targets) => each(small, targets, (target) => inspectRecord(store, vouching, stream, target)),
    blobs: async (stream, targets) => each(large, targets, (target) => inspectBlob(store, stream, target)),
  };
}

function inspectSlot(
  store: ObjectStore,
  vouching: Vouching | null,
  stream: StreamId,
  { name: seq, version }: Target<number>,
): Soon<SlotInspection> {
  return whenThere(readVersion(store, slotKey(stream, seq), version), (read) =>
    read.state === 'bytes' ? slotInBytes(read.bytes, vouching, stream, seq) : read,
  );
}

function slotInBytes(bytes: Uint8Array, vouching: Vouching | null, stream: StreamId, seq: number): Soon<SlotInspection> {
  const digest = sha256(bytes);
  const envelope = readSealed(bytes);
  const slot = envelope === null ? null : slotIn(envelope, stream, seq);
  if (envelope === null || slot === null) return { state: 'void', digest };
  const { prev, floor, entries, recent } = slot;
  return whenThere(vouching === null ? null : vouching.slotProblem(stream, slot, envelope), (problem) => {
    const rightIfSealedBefore = problem === null ? null : (vouching?.slotBeforeTheft(slot, envelope) ?? null);
    return { state: 'read', seq, prev, floor, entries, digest, recent: digestOfNames(recent), problem, rightIfSealedBefore };
  });
}

function inspectRecord(
  store: ObjectStore,
  vouching: Vouching | null,
  stream: StreamId,
  { name, version }: Target<RecordName>,
): Soon<RecordInspection> {
  return whenThere(readVersion(store, recordKey(stream, name), version), (read) =>
    read.state === 'bytes' ? recordInBytes(read.bytes, vouching, stream, name) : read,
  );
}

function recordInBytes(bytes: Uint8Array, vouching: Vouching | null, stream: StreamId, name: RecordName): Soon<RecordInspection> {
  const digest = sha256(bytes);
  if (digest !== digestOfName(name)) return { state: 'altered', digest };
  const envelope = readSealed(bytes);
  if (envelope?.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    const problem = 'the bytes are no Statement in an envelope';
    return { state: 'unsigned', digest, problem, platform: { kind: 'none' }, ifSealed: null };
  }
  if (vouching === null) return rightRecord(name, envelope, standingWithoutTrust(envelope), null);
  return whenThere<VouchedRecord, RecordInspection>(vouching.forRecord(stream, name, envelope), ({ problem, platform }) =>
    problem === null
      ? rightRecord(name, envelope, platform, vouching.keys)
      : unsignedRecord(vouching, stream, name, envelope, { problem, platform }),
  );
}

async function unsignedRecord(
  vouching: Vouching,
  stream: StreamId,
  name: RecordName,
  envelope: Envelope,
  found: Pick<UnsignedRecord, 'problem' | 'platform'>,
): Promise<UnsignedRecord> {
  const older = await vouching.recordBeforeTheft(stream, name, envelope);
  const keys = vouching.beforeTheft?.keys ?? null;
  const ifSealed = older && { before: older.time, record: rightRecord(name, envelope, older.word.platform, keys) };
  return { state: 'unsigned', digest: digestOfName(name), ...found, ifSealed };
}

function rightRecord(name: RecordName, envelope: Envelope, platform: PlatformStanding, keys: Keyring | null): RightRecord {
  const blob = namedBlob(envelope.payload);
  const acknowledgement = keys === null ? null : acknowledgementIn(keys, envelope, timeOfName(name));
  const run = readRunWord(envelope.payload);
  const checkpoint = readNamedCheckpoint(envelope.payload);
  const plain = acknowledgement === null && blob === null && run === null && checkpoint === null && platform.kind === 'none';
  return plain ? RIGHT : { state: 'right', acknowledgement, blob, run, checkpoint, platform };
}

function inspectBlob(store: ObjectStore, stream: StreamId, { name, version }: Target<BlobName>): Soon<BlobInspection> {
  return whenThere(readVersion(store, blobKey(stream, name), version), (read) => {
    if (read.state !== 'bytes') return read;
    const digest = sha256(read.bytes);
    return digest === digestOfBlob(name) ? { state: 'right' } : { state: 'altered', digest };
  });
}

function readVersion(store: ObjectStore, key: ObjectKey, version: VersionId | null): Soon<Read> {
  const now = version === null ? store.readNow?.(key) : undefined;
  return now === undefined ? store.read(key, version ?? undefined).then(asRead) : asRead(now);
}

function asRead(answer: ReadAnswer): Read {
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
