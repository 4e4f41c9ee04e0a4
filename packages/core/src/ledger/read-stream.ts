import type { Envelope } from '../canonical/envelope.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import { parseEnvelope } from '../canonical/parse-envelope.ts';
import { parseStatement } from '../canonical/parse-statement.ts';
import { STATEMENT_PAYLOAD_TYPE, type Statement } from '../canonical/statement.ts';
import { TamperedError, UnavailableError } from '../outcomes/failure.ts';
import type { PlatformStanding } from '../platform/platform-standing.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { ObjectStore, VersionId } from '../ports/object-store.ts';
import { ChainCheck, type Place } from './chain-check.ts';
import { finding, outcomeOf, type Finding } from './finding.ts';
import { inBatches } from './in-batches.ts';
import { inspectorOf } from './inspect.ts';
import { emptyInventory, takeInventory } from './inventory.ts';
import { digestOfName, recordKey, timeOfName, type RecordName } from './layout.ts';
import type { StreamId } from './stream-id.ts';
import type { TrustFile } from './trust-file.ts';
import { standingWithoutTrust, Vouching } from './vouching.ts';

export interface LedgerRecord extends Place {
  readonly stream: StreamId;
  readonly name: RecordName;
  /** UTC milliseconds: when the writer stored it, by the writer's clock. */
  readonly storedAt: number;
  readonly digest: Sha256;
  readonly envelope: Envelope;
  readonly statement: Statement;
  /** Keys that signed it and count; empty where no trust file was given. */
  readonly signedBy: readonly KeyId[];
  /** Whether that is a key which lived for one run and counts by the platform's word alone. */
  readonly byRunKey: boolean;
  /** What the platform's word about this record is worth. */
  readonly platform: PlatformStanding;
}

export interface ReadOptions {
  /** Only records with a signature that it vouches for. Without it signatures are not checked. */
  readonly trust?: TrustFile;
  /** Where the platform's tokens lie: without it no record counts that a key of one run signed. */
  readonly attachments?: ObjectStore;
  /** Told of everything that is left out. Without it the first such thing ends the reading. */
  readonly onFinding?: (finding: Finding) => void;
}

interface Source {
  readonly store: ObjectStore;
  readonly stream: StreamId;
  readonly vouching: Vouching | null;
  readonly versions: ReadonlyMap<RecordName, VersionId | null>;
}

/**
 * The records of a stream that stand in order and verify, in that order, each once. What does not verify is never given out: it goes to
 * `onFinding`, or ends the reading with TamperedError or UnavailableError `ledger/finding`. Not yet sequenced records are left out.
 */
export async function* readStream(store: ObjectStore, stream: StreamId, options: ReadOptions = {}): AsyncIterable<LedgerRecord> {
  const { trust, attachments = null, onFinding = refuse } = options;
  const vouching = trust === undefined ? null : new Vouching(trust, store, attachments);
  const inventory = (await takeInventory(store, stream)).get(stream) ?? emptyInventory();
  const chain = await walk(store, stream, vouching, inventory.slots);
  for (const one of [...inventory.findings, ...chain.findings]) if (outcomeOf(one) !== 'allow') onFinding(one);
  const source = { store, stream, vouching, versions: inventory.records };
  for await (const batch of inBatches(chain.places, (places) => Promise.all(places.map((place) => readPlaced(source, place))))) {
    for (const [, answer] of batch) {
      if ('statement' in answer) yield answer;
      else onFinding(answer);
    }
  }
}

async function walk(
  store: ObjectStore,
  stream: StreamId,
  vouching: Vouching | null,
  slots: ReadonlyMap<number, VersionId | null>,
): Promise<ChainCheck> {
  const chain = new ChainCheck(stream);
  await chain.finish(inspectorOf(store, vouching), slots);
  return chain;
}

async function readPlaced(source: Source, [name, place]: readonly [RecordName, Place]): Promise<LedgerRecord | Finding> {
  const { store, stream, vouching, versions } = source;
  const key = recordKey(stream, name);
  const about = { stream, ...place, key };
  const answer = await store.read(key, versions.get(name) ?? undefined);
  if (answer.kind === 'unreadable') {
    return finding({ ...about, kind: 'unreadable', code: 'record/unreadable', detail: `It cannot be read: ${answer.cause}.` });
  }
  if (answer.kind !== 'found') return finding({ ...about, kind: 'missing', code: 'record/missing', detail: 'It is gone.' });
  const digest = sha256(answer.bytes);
  if (digest !== digestOfName(name)) {
    const detail = 'The bytes are not those that the name says.';
    return finding({ ...about, kind: 'altered', code: 'record/altered', detail, found: digest });
  }
  const read = readRecord(answer.bytes, key);
  const vouched = read === null || vouching === null ? null : await vouching.forRecord(stream, name, read.envelope);
  if (read === null || (vouched !== null && vouched.problem !== null)) {
    return finding({
      ...about,
      kind: 'unsigned',
      code: 'record/signature',
      detail: 'Not signed as it should be.',
      found: digest,
    });
  }
  const { signers, byRunKey, platform } = vouched ?? {
    signers: [],
    byRunKey: false,
    platform: standingWithoutTrust(read.envelope),
  };
  return { ...place, stream, name, storedAt: timeOfName(name), digest, ...read, signedBy: signers, byRunKey, platform };
}

function readRecord(bytes: Uint8Array, at: string): { envelope: Envelope; statement: Statement } | null {
  try {
    const envelope = parseEnvelope(bytes, at);
    if (envelope.payloadType !== STATEMENT_PAYLOAD_TYPE) return null;
    return { envelope, statement: parseStatement(envelope.payload, at) };
  } catch {
    return null; // right bytes, but no record of ours: becomes a finding
  }
}

function refuse(one: Finding): never {
  const Failure = outcomeOf(one) === 'tampered' ? TamperedError : UnavailableError;
  throw new Failure('ledger/finding', {
    expected: 'a stream in which everything verifies',
    found: `${one.code}: ${one.detail}`,
    at: one.key,
    doThis: 'Run "proofrail verify" to see everything that is wrong.',
  });
}
