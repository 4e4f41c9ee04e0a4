import { sha256, type Sha256 } from '../../../canonical/digest.ts';
import type { Envelope } from '../../../canonical/envelope.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../../canonical/statement.ts';
import { whenThere, type Soon } from '../../../concurrency/soon.ts';
import type { PlatformStanding } from '../../../platform/platform-standing.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { digestOfName, recordKey, timeOfName, type RecordName } from '../../layout.ts';
import { kindIn } from '../../stored/kind-in.ts';
import { readAcknowledgement, type AcknowledgedFinding } from '../../stored/acknowledgement.ts';
import { isStatement } from '../../stored/is-statement.ts';
import { namedAttachment } from '../../stored/named-attachment.ts';
import { namedBlob } from '../../stored/named-blob.ts';
import { readNamedCheckpoint } from '../../stored/named-checkpoint.ts';
import { readRunWord } from '../../stored/run-word.ts';
import { readSealed } from '../../stored/sealed-form.ts';
import type { StreamId } from '../../stream-id.ts';
import type { Keyring } from '../../trust/keyring.ts';
import { standingWithoutTrust, type VouchedRecord, type Vouching } from '../../trust/vouching.ts';
import type { Inspection } from './inspection.ts';
import type { KeptLonger, RecordInspection, RightRecord, Target, Unread, UnsignedRecord } from './inspector.ts';
import { readVersion } from './read-version.ts';

/** How the records of a stream are inspected. */
export const recordInspection = (task: RecordTask): Inspection<Target<RecordName>, OpenedRecord, RecordInspection> => ({
  open: (target) => openRecord(task, target),
  judge: (opened, { name }) => judgeRecord(opened, task, name),
});

export interface RecordTask {
  readonly store: ObjectStore;
  readonly vouching: Vouching | null;
  readonly stream: StreamId;
  /** Of whose records it is told how they are kept. */
  readonly kinds: readonly string[];
}

type OpenedRecord =
  | Unread
  | { readonly state: 'altered'; readonly digest: Sha256 }
  /** Null: the bytes are no Statement in an envelope. */
  | { readonly state: 'parsed'; readonly digest: Sha256; readonly envelope: Envelope | null; readonly longer: KeptLonger | null };

function openRecord({ store, stream, kinds }: RecordTask, { name, version }: Target<RecordName>): Soon<OpenedRecord> {
  return whenThere(readVersion(store, recordKey(stream, name), version), (read): OpenedRecord => {
    if (read.state !== 'bytes') return read;
    const digest = sha256(read.bytes);
    if (digest !== digestOfName(name)) return { state: 'altered', digest };
    const envelope = statementIn(read.bytes);
    const kind = envelope === null || kinds.length === 0 ? null : kindOf(envelope);
    const longer = kind !== null && kinds.includes(kind) ? { kind, kept: read.kept } : null;
    return { state: 'parsed', digest, envelope, longer };
  });
}

function statementIn(bytes: Uint8Array): Envelope | null {
  const sealed = readSealed(bytes);
  return sealed?.payloadType === STATEMENT_PAYLOAD_TYPE && isStatement(sealed.payload) ? sealed : null;
}

const kindOf = ({ payload }: Envelope): string | null =>
  kindIn(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('latin1'));

function judgeRecord(opened: OpenedRecord, { vouching, stream }: RecordTask, name: RecordName): Soon<RecordInspection> {
  if (opened.state !== 'parsed') return opened;
  const { digest, envelope, longer } = opened;
  if (envelope === null) {
    const problem = { text: 'the bytes are no Statement in an envelope', isUndecided: false };
    return { state: 'unsigned', digest, problem, platform: { kind: 'none' }, ifSealed: null };
  }
  if (vouching === null) return rightRecord({ name, envelope, longer }, standingWithoutTrust(envelope), null);
  return whenThere<VouchedRecord, RecordInspection>(
    vouching.forRecord(stream, name, envelope),
    ({ problem: text, isUndecided, platform }) =>
      text === null
        ? rightRecord({ name, envelope, longer }, platform, vouching.keys)
        : unsignedRecord(vouching, stream, { name, envelope, longer }, { problem: { text, isUndecided }, platform }),
  );
}

async function unsignedRecord(
  vouching: Vouching,
  stream: StreamId,
  sealed: SealedRecord,
  found: Pick<UnsignedRecord, 'problem' | 'platform'>,
): Promise<UnsignedRecord> {
  const { name, envelope } = sealed;
  const older = await vouching.recordBeforeTheft(stream, name, envelope);
  const keys = vouching.beforeTheft?.keys ?? null;
  const ifSealed = older && { before: older.time, record: rightRecord(sealed, older.word.platform, keys) };
  return { state: 'unsigned', digest: digestOfName(name), ...found, ifSealed };
}

const RIGHT: RightRecord = {
  state: 'right',
  acknowledgement: null,
  blob: null,
  attachment: null,
  run: null,
  checkpoint: null,
  platform: { kind: 'none' },
  longer: null,
};

interface SealedRecord {
  readonly name: RecordName;
  readonly envelope: Envelope;
  readonly longer: KeptLonger | null;
}

function rightRecord({ name, envelope, longer }: SealedRecord, platform: PlatformStanding, keys: Keyring | null): RightRecord {
  const blob = namedBlob(envelope.payload);
  const attachment = namedAttachment(envelope.payload, blob !== null);
  const acknowledgement = keys === null ? null : acknowledgementIn(keys, envelope, timeOfName(name));
  const run = readRunWord(envelope.payload);
  const checkpoint = readNamedCheckpoint(envelope.payload);
  const said = [acknowledgement, blob, attachment, run, checkpoint, longer];
  const plain = said.every((one) => one === null) && platform.kind === 'none';
  return plain ? RIGHT : { state: 'right', acknowledgement, blob, attachment, run, checkpoint, platform, longer };
}

function acknowledgementIn(keys: Keyring, envelope: Envelope, at: number): AcknowledgedFinding | null {
  const acknowledgement = readAcknowledgement(envelope.payload);
  return acknowledgement !== null && keys.mayAcknowledge(keys.signers(envelope, at)) ? acknowledgement : null;
}
