import { parseEnvelope } from '../../canonical/parse-envelope.ts';
import { sha256 } from '../../canonical/digest.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../canonical/statement.ts';
import { ConfigurationError, TamperedError } from '../../outcomes/failure.ts';
import type { VersionId } from '../../ports/object-store.ts';
import { digestOfName, recordKey, recordName, type RecordName } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import { putSurely } from './put-surely.ts';
import type { Receipt, SequencedReceipt } from '../stored/receipt.ts';
import { readSealed } from '../stored/sealed-form.ts';
import type { StreamId } from '../stream-id.ts';
import { StreamWriter } from './stream-writer.ts';

export interface AppendOptions {
  /**
   * UTC milliseconds of the record's key; default: now. Who appends the same bytes again from another process must name the same time:
   * one record under two keys would count as two events, so it is a finding.
   */
  readonly at?: number;
}

/** Evidence is small; what is large is stored as a blob and named by digest. */
const MAX_RECORD_BYTES = 1_048_576;

const writers = new WeakMap<Ledger, Map<StreamId, StreamWriter>>();

/**
 * Stores a signed record and gives it a place in its stream. When this returns, a crash of anybody loses nothing. `envelope`: what
 * sealEnvelope made, stored byte for byte. ConfigurationError `ledger/record`, `json/...`, `dsse/...`; UnavailableError; TamperedError.
 */
export async function append(
  ledger: Ledger,
  stream: StreamId,
  envelope: Uint8Array,
  options: AppendOptions = {},
): Promise<SequencedReceipt> {
  const writer = writerOf(ledger, stream);
  const name = writer.nameOnce(nameFor(ledger, envelope, options));
  const alone = await writer.appendAlone(name, envelope);
  if (alone !== null) return alone;
  const [version] = await Promise.all([putRecord(ledger, stream, name, envelope), writer.lookAhead()]).catch((cause: unknown) => {
    writer.forgetLook();
    throw cause;
  });
  if (ledger.store.assurance !== 'locked' || version === null) return writer.sequence(name);
  const [receipt, until] = await Promise.all([writer.sequence(name), lockedUntil(ledger, stream, name, version)]);
  return until === null ? receipt : { ...receipt, locked_until: until };
}

/** Beside the way to a slot, so that it costs a request and no time. A lock that somebody can lift is not one to rely on. */
async function lockedUntil({ store }: Ledger, stream: StreamId, name: RecordName, version: VersionId): Promise<string | null> {
  const lock = await store.lockOf?.(recordKey(stream, name), version);
  return lock?.mode === 'COMPLIANCE' ? new Date(lock.until).toISOString() : null;
}

/** Stores a signed record without waiting for a place: the next append to the stream puts it in order. Errors as for append. */
export async function store(
  ledger: Ledger,
  stream: StreamId,
  envelope: Uint8Array,
  options: AppendOptions = {},
): Promise<Receipt> {
  const name = writerOf(ledger, stream).nameOnce(nameFor(ledger, envelope, options));
  await putRecord(ledger, stream, name, envelope);
  const { uri, assurance } = ledger.store;
  return { version: 1, kind: 'stored', ledger: uri, assurance, stream, record: digestOfName(name), record_name: name };
}

function writerOf(ledger: Ledger, stream: StreamId): StreamWriter {
  const streams = writers.get(ledger) ?? new Map<StreamId, StreamWriter>();
  const writer = streams.get(stream) ?? new StreamWriter(ledger, stream);
  writers.set(ledger, streams.set(stream, writer));
  return writer;
}

function nameFor(ledger: Ledger, envelope: Uint8Array, { at = ledger.clock.now() }: AppendOptions): RecordName {
  const problem = recordProblem(envelope);
  if (problem === null) return recordName(at, sha256(envelope));
  throw new ConfigurationError('ledger/record', {
    expected: `an in-toto Statement in a DSSE envelope of at most ${MAX_RECORD_BYTES} bytes`,
    found: problem,
    at: 'record',
    doThis: 'Keep what is large as a blob and name it by digest.',
  });
}

function recordProblem(envelope: Uint8Array): string | null {
  if (envelope.length > MAX_RECORD_BYTES) return `${envelope.length} bytes`;
  const { payloadType } = readSealed(envelope) ?? parseEnvelope(envelope, 'record'); // the parser says what is wrong
  return payloadType === STATEMENT_PAYLOAD_TYPE ? null : JSON.stringify(payloadType);
}

async function putRecord(ledger: Ledger, stream: StreamId, name: RecordName, envelope: Uint8Array): Promise<VersionId | null> {
  const key = recordKey(stream, name);
  const placed = await putSurely(ledger, key, envelope);
  if (placed.kind === 'ours') return placed.version;
  throw new TamperedError('ledger/record-altered', {
    expected: `bytes with the digest ${digestOfName(name)}`,
    found: `other bytes, ${sha256(placed.bytes)}`,
    at: key,
    doThis: 'Run "proofrail verify": somebody wrote to the ledger without Proofrail.',
  });
}
