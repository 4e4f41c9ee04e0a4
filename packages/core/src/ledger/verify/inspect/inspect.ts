import type { Envelope } from '../../../canonical/envelope.ts';
import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../../canonical/statement.ts';
import type { PlatformStanding } from '../../../platform/platform-standing.ts';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '../../../ports/object-store.ts';
import { readAcknowledgement, type AcknowledgedFinding } from '../../stored/acknowledgement.ts';
import { digestOfNames } from '../checks/committed-names.ts';
import { slotIn } from '../../append/head.ts';
import type { Keyring } from '../../trust/keyring.ts';
import type {
  BlobInspection,
  InspectedKind,
  InspectionOf,
  Inspector,
  ReadSlot,
  RecordInspection,
  RightRecord,
  SlotInspection,
  Target,
  TargetOf,
  Unread,
  UnsignedRecord,
} from './inspector.ts';
import {
  blobKey,
  digestOfBlob,
  digestOfName,
  recordKey,
  slotKey,
  timeOfName,
  type BlobName,
  type RecordName,
} from '../../layout.ts';
import { namedBlob } from '../../stored/named-blob.ts';
import { readNamedCheckpoint } from '../../stored/named-checkpoint.ts';
import { readRunWord } from '../../stored/run-word.ts';
import { readSealed } from '../../stored/sealed-form.ts';
import { whenThere, type Soon } from '../../../concurrency/soon.ts';
import type { StreamId } from '../../stream-id.ts';
import { Turnstile } from '../../../concurrency/turnstile.ts';
import { standingWithoutTrust, type VouchedRecord, type Vouching } from '../../trust/vouching.ts';

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
  const slots = (stream: StreamId): Inspection<Target<number>, OpenedSlot, SlotInspection> => ({
    open: (target) => openSlot(store, stream, target),
    judge: (opened) => judgeSlot(opened, vouching, stream),
  });
  const records = (stream: StreamId): Inspection<Target<RecordName>, OpenedRecord, RecordInspection> => ({
    open: (target) => openRecord(store, stream, target),
    judge: (opened, { name }) => judgeRecord(opened, vouching, stream, name),
  });
  const inspectAll = store.readNow === undefined ? asTheyCome(small) : inTwoPasses;
  const ways: Ways = {
    slot: (stream, targets) => inspectAll(targets, slots(stream)),
    record: (stream, targets) => inspectAll(targets, records(stream)),
    blob: (stream, targets) => Promise.all(targets.map((target) => large.pass(async () => inspectBlob(store, stream, target)))),
  };
  return { inspect: (kind, stream, targets) => ways[kind](stream, targets) };
}

type Ways = {
  readonly [K in InspectedKind]: (stream: StreamId, targets: readonly TargetOf<K>[]) => Promise<readonly InspectionOf<K>[]>;
};

/** Reads, hashes and parses; checks what that gave, above all its signature. */
interface Inspection<T, Opened, Answer> {
  open(target: T): Soon<Opened>;
  judge(opened: Opened, target: T): Soon<Answer>;
}

/** Each as soon as it was read. */
const asTheyCome =
  (turnstile: Turnstile) =>
  <T, O, A>(targets: readonly T[], { open, judge }: Inspection<T, O, A>): Promise<A[]> =>
    Promise.all(targets.map((target) => turnstile.pass(async () => judge(await open(target), target))));

/** So few are opened before they are judged: a slot of a busy stream is a megabyte of text. */
const AT_ONCE = 4;

/**
 * What is there at once is opened first, some of it, and judged then: two small loops stay in the caches of a processor where one long one
 * does not (measured: 4 % of a verification). No turnstile: requests for tokens besides are bounded by the batch.
 */
function inTwoPasses<T, O, A>(targets: readonly T[], { open, judge }: Inspection<T, O, A>): Promise<A[]> {
  const answers: Soon<A>[] = [];
  for (let from = 0; from < targets.length; from += AT_ONCE) {
    const opened = targets.slice(from, from + AT_ONCE).map((target) => ({ target, soon: open(target) }));
    for (const { target, soon } of opened) answers.push(whenThere(soon, (one) => judge(one, target)));
  }
  return Promise.all(answers);
}

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
    const { prev, floor, entries, recent } = slot;
    return { state: 'parsed', slot: { seq, prev, floor, entries, digest, recent: digestOfNames(recent) }, envelope };
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

type OpenedRecord =
  | Unread
  | { readonly state: 'altered'; readonly digest: Sha256 }
  /** Null: the bytes are no Statement in an envelope. */
  | { readonly state: 'parsed'; readonly digest: Sha256; readonly envelope: Envelope | null };

function openRecord(store: ObjectStore, stream: StreamId, { name, version }: Target<RecordName>): Soon<OpenedRecord> {
  return whenThere(readVersion(store, recordKey(stream, name), version), (read): OpenedRecord => {
    if (read.state !== 'bytes') return read;
    const digest = sha256(read.bytes);
    if (digest !== digestOfName(name)) return { state: 'altered', digest };
    const envelope = readSealed(read.bytes);
    return { state: 'parsed', digest, envelope: envelope?.payloadType === STATEMENT_PAYLOAD_TYPE ? envelope : null };
  });
}

function judgeRecord(
  opened: OpenedRecord,
  vouching: Vouching | null,
  stream: StreamId,
  name: RecordName,
): Soon<RecordInspection> {
  if (opened.state !== 'parsed') return opened;
  const { digest, envelope } = opened;
  if (envelope === null) {
    const problem = { text: 'the bytes are no Statement in an envelope', isUndecided: false };
    return { state: 'unsigned', digest, problem, platform: { kind: 'none' }, ifSealed: null };
  }
  if (vouching === null) return rightRecord(name, envelope, standingWithoutTrust(envelope), null);
  return whenThere<VouchedRecord, RecordInspection>(
    vouching.forRecord(stream, name, envelope),
    ({ problem: text, isUndecided, platform }) =>
      text === null
        ? rightRecord(name, envelope, platform, vouching.keys)
        : unsignedRecord(vouching, stream, name, envelope, { problem: { text, isUndecided }, platform }),
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
      return { state: 'hidden', why: `${answer.by ?? 'a delete marker'} lies in its place` };
    case 'absent':
      return { state: 'absent', why: 'it is gone' };
  }
}

function acknowledgementIn(keys: Keyring, envelope: Envelope, at: number): AcknowledgedFinding | null {
  const acknowledgement = readAcknowledgement(envelope.payload);
  return acknowledgement !== null && keys.mayAcknowledge(keys.signers(envelope, at)) ? acknowledgement : null;
}
