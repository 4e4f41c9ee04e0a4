import type { Envelope } from '../canonical/envelope.ts';
import { sha256 } from '../canonical/digest.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../canonical/statement.ts';
import type { ObjectKey, ObjectStore, VersionId } from '../ports/object-store.ts';
import { readAcknowledgement, type AcknowledgedFinding } from './acknowledgement.ts';
import { digestOfNames } from './committed-names.ts';
import { slotIn } from './head.ts';
import type { BlobInspection, Inspector, RecordInspection, SlotInspection, Target, Unread } from './inspector.ts';
import type { Keyring } from './keyring.ts';
import { blobKey, digestOfBlob, digestOfName, recordKey, slotKey, timeOfName, type BlobName, type RecordName } from './layout.ts';
import { namedBlob } from './named-blob.ts';
import { readSealed } from './sealed-form.ts';
import type { StreamId } from './stream-id.ts';

type Read = { readonly state: 'bytes'; readonly bytes: Uint8Array } | Unread;
const RIGHT: RecordInspection = { state: 'right', acknowledgement: null, blob: null };

/** Inspects in this thread. Without keys signatures are not checked, only bytes and form. */
export function inspectorOf(store: ObjectStore, keys: Keyring | null): Inspector {
  return {
    slots: (stream, targets) => Promise.all(targets.map((target) => inspectSlot(store, keys, stream, target))),
    records: (stream, targets) => Promise.all(targets.map((target) => inspectRecord(store, keys, stream, target))),
    blobs: (stream, targets) => Promise.all(targets.map((target) => inspectBlob(store, stream, target))),
  };
}

async function inspectSlot(
  store: ObjectStore,
  keys: Keyring | null,
  stream: StreamId,
  { name: seq, version }: Target<number>,
): Promise<SlotInspection> {
  const read = await readVersion(store, slotKey(stream, seq), version);
  if (read.state !== 'bytes') return read;
  const digest = sha256(read.bytes);
  const envelope = readSealed(read.bytes);
  const slot = envelope === null ? null : slotIn(envelope, stream, seq);
  if (envelope === null || slot === null) return { state: 'void', digest };
  const newest = slot.entries.at(-1);
  const at = newest === undefined ? 0 : timeOfName(newest);
  const { prev, floor, entries, recent } = slot;
  const problem = signatureProblem(keys, envelope, at);
  return { state: 'read', seq, prev, floor, entries, digest, recent: digestOfNames(recent), problem };
}

async function inspectRecord(
  store: ObjectStore,
  keys: Keyring | null,
  stream: StreamId,
  { name, version }: Target<RecordName>,
): Promise<RecordInspection> {
  const read = await readVersion(store, recordKey(stream, name), version);
  if (read.state !== 'bytes') return read;
  const digest = sha256(read.bytes);
  if (digest !== digestOfName(name)) return { state: 'altered', digest };
  const envelope = readSealed(read.bytes);
  if (envelope?.payloadType !== STATEMENT_PAYLOAD_TYPE)
    return { state: 'unsigned', digest, problem: 'the bytes are no Statement in an envelope' };
  const at = timeOfName(name);
  const problem = signatureProblem(keys, envelope, at);
  if (problem !== null) return { state: 'unsigned', digest, problem };
  const blob = namedBlob(envelope.payload);
  const acknowledgement = keys === null ? null : acknowledgementIn(keys, envelope, at);
  return acknowledgement === null && blob === null ? RIGHT : { state: 'right', acknowledgement, blob };
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

function signatureProblem(keys: Keyring | null, envelope: Envelope, at: number): string | null {
  return keys === null || keys.signers(envelope, at).length > 0 ? null : keys.problem(envelope, at);
}

function acknowledgementIn(keys: Keyring, envelope: Envelope, at: number): AcknowledgedFinding | null {
  const acknowledgement = readAcknowledgement(envelope.payload);
  return acknowledgement !== null && keys.mayAcknowledge(keys.signers(envelope, at)) ? acknowledgement : null;
}
