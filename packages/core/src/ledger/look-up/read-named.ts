import type { Envelope } from '../../canonical/envelope.ts';
import { sha256, type Sha256 } from '../../canonical/digest.ts';
import { parseEnvelope } from '../../canonical/parse-envelope.ts';
import { parseStatement } from '../../canonical/parse-statement.ts';
import { STATEMENT_PAYLOAD_TYPE, type Statement } from '../../canonical/statement.ts';
import type { PlatformStanding } from '../../platform/platform-standing.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectStore, VersionId } from '../../ports/object-store.ts';
import { digestOfName, recordKey, timeOfName, type RecordName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';
import { standingWithoutTrust, type VouchedRecord, type Vouching } from '../trust/vouching.ts';
import type { FindingDetail } from '../verify/finding.ts';
import { isSealedBefore, type SealedPlace, type SealTimes } from '../verify/seal-times.ts';

/** A record whose bytes and form are right. Whether it counts is for its signature to say. */
export interface OpenedRecord {
  readonly stream: StreamId;
  readonly name: RecordName;
  /** UTC milliseconds: when the writer stored it, by the writer's clock. */
  readonly storedAt: number;
  readonly digest: Sha256;
  readonly envelope: Envelope;
  readonly statement: Statement;
}

/** A record that verifies. Where it stands in its stream is for a slot to say. */
export interface NamedRecord extends OpenedRecord {
  /** Keys that signed it and count; empty where no trust file was given. */
  readonly signedBy: readonly KeyId[];
  /** Whether that is a key which lived for one run and counts by the platform's word alone. */
  readonly byRunKey: boolean;
  /** What the platform's word about this record is worth. */
  readonly platform: PlatformStanding;
}

/** What is wrong with it, for a finding that says where. */
export type RecordProblem = Pick<FindingDetail, 'kind' | 'code' | 'detail' | 'found'>;

export interface RecordSource {
  readonly store: ObjectStore;
  readonly stream: StreamId;
  /** Null: nobody asks for signatures. */
  readonly vouching: Vouching | null;
  /** The version of each record that counts; others are read by name. */
  readonly versionOf: (name: RecordName) => VersionId | null;
  /** What stands though its key was stolen later; absent: nothing does. */
  readonly sealed?: SealTimes;
}

/** The record of this name, or what is wrong with it. */
export async function readNamed(source: RecordSource, name: RecordName): Promise<NamedRecord | RecordProblem> {
  const opened = await openNamed(source, name);
  return 'statement' in opened ? vouchFor(source, opened) : opened;
}

/** The same before anybody asks who signed it. */
export async function openNamed(
  { store, stream, versionOf }: RecordSource,
  name: RecordName,
): Promise<OpenedRecord | RecordProblem> {
  const key = recordKey(stream, name);
  const answer = await store.read(key, versionOf(name) ?? undefined);
  if (answer.kind === 'unreadable') {
    return { kind: 'unreadable', code: 'record/unreadable', detail: `It cannot be read: ${answer.cause}.` };
  }
  if (answer.kind !== 'found') return { kind: 'missing', code: 'record/missing', detail: 'It is gone.' };
  const digest = sha256(answer.bytes);
  if (digest !== digestOfName(name)) {
    return { kind: 'altered', code: 'record/altered', detail: 'The bytes are not those that the name says.', found: digest };
  }
  const parsed = parseRecord(answer.bytes, key);
  return parsed === null ? notSigned(digest) : { stream, name, storedAt: timeOfName(name), digest, ...parsed };
}

/** `place`: the slot that holds it. */
export async function vouchFor(
  source: RecordSource,
  opened: OpenedRecord,
  place: SealedPlace = opened.name,
): Promise<NamedRecord | RecordProblem> {
  const { stream, vouching } = source;
  const { name, digest, envelope } = opened;
  if (vouching === null) return { ...opened, signedBy: [], byRunKey: false, platform: standingWithoutTrust(envelope) };
  const own = await vouching.forRecord(stream, name, envelope);
  const word = own.problem === null ? own : ((await wordBeforeTheft(source, vouching, opened, place)) ?? own);
  const { signers: signedBy, byRunKey, platform, problem, isUndecided } = word;
  if (problem === null) return { ...opened, signedBy, byRunKey, platform };
  if (!isUndecided) return notSigned(digest);
  const detail = 'What the platform says of the key that signed it cannot be read.';
  return { kind: 'unreadable', code: 'record/unreadable', detail };
}

/** Null: no seal shows that it is older than the theft of its key, or nobody stole it. */
async function wordBeforeTheft(
  { stream, sealed }: RecordSource,
  vouching: Vouching,
  { name, envelope }: OpenedRecord,
  place: SealedPlace,
): Promise<VouchedRecord | null> {
  if (sealed === undefined) return null;
  const older = await vouching.recordBeforeTheft(stream, name, envelope);
  return older !== null && isSealedBefore(older.time, sealed, stream, place) ? older.word : null;
}

const notSigned = (found: Sha256): RecordProblem => ({
  kind: 'unsigned',
  code: 'record/signature',
  detail: 'Not signed as it should be.',
  found,
});

function parseRecord(bytes: Uint8Array, at: string): { envelope: Envelope; statement: Statement } | null {
  try {
    const envelope = parseEnvelope(bytes, at);
    if (envelope.payloadType !== STATEMENT_PAYLOAD_TYPE) return null;
    return { envelope, statement: parseStatement(envelope.payload, at) };
  } catch {
    return null; // right bytes, but no record of ours: becomes a finding
  }
}
