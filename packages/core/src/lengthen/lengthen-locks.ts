import { inBatches } from '../concurrency/in-batches.ts';
import { listStreams } from '../ledger/look-up/list-streams.ts';
import {
  blobsPrefix,
  digestOfName,
  platformPrefix,
  recordKey,
  recordsPrefix,
  SEALS_PREFIX,
  slotKey,
  slotsPrefix,
} from '../ledger/layout.ts';
import { EarliestVersions } from '../ledger/stored/earliest-versions.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { locksUntil } from '../ledger/verify/checks/badly-kept.ts';
import { byPlace, outcomeOf, type Finding } from '../ledger/verify/finding.ts';
import type { LockKeeper } from '../ports/lock-keeper.ts';
import type { ObjectKey, ObjectStore, VersionId } from '../ports/object-store.ts';
import { longerRecords, type LongerRecord, type LongerRecords, type RecordsToRead } from './longer-records.ts';
import type { WantedLock } from './wanted-lock.ts';
import { WantedLocks } from './wanted-locks.ts';
import { wantSeals } from './want-seals.ts';

export interface LocksToLengthen extends Omit<RecordsToRead, 'onRead'> {
  readonly keeper: LockKeeper;
  /** Only its records; null: those of all. */
  readonly stream: StreamId | null;
  /** False: only look. */
  readonly confirmed: boolean;
  readonly onProgress: (what: 'records read' | 'locks looked at', count: number) => void;
}

/** What was found of one kind of evidence. */
export interface LengthenedKind {
  readonly kind: string;
  readonly records: number;
  /** These, and what it takes to prove them. What two kinds need is counted for the one that needs it for longer. */
  readonly objects: number;
  /** Those of the objects whose lock was too short. */
  readonly short: number;
  /** Until when the last of these has to be locked, in UTC milliseconds; null: there is none. */
  readonly until: number | null;
}

export interface Lengthened {
  /** That were read. */
  readonly streams: readonly StreamId[];
  readonly kinds: readonly LengthenedKind[];
  /** What does not verify, and nobody has acknowledged: whatever it is, it is not kept longer. */
  readonly findings: readonly Finding[];
}

/**
 * Lengthens the lock of every record whose kind is kept longer than the bucket keeps all, and of what is needed to prove it when the rest
 * is gone. Of each object the earliest version, which counts. Run again it does nothing. TamperedError and UnavailableError where seals
 * cannot be followed; what the keeper throws.
 */
export async function lengthenLocks(task: LocksToLengthen): Promise<Lengthened> {
  const { store, stream, onProgress } = task;
  const read = progressOf((count) => onProgress('records read', count));
  const found: LongerRecords[] = [];
  const streams = (await listStreams(store)).filter((one) => stream === null || one === stream);
  const isAsked = Object.keys(task.days).length > 0;
  for (const one of isAsked ? streams : []) found.push(await longerRecords({ ...task, onRead: read }, one));
  const records = found.flatMap((one) => one.records);
  const wanted = wantedFor(records);
  // Seals that somebody broke keep nothing else from being kept.
  const broken = await wantSeals(store, records, wanted).then(
    () => null,
    (cause: unknown) => ({ cause }),
  );
  const tally = new Map(Object.keys(task.days).map((kind) => [kind, { records: 0, objects: 0, short: 0, until: 0 }]));
  for (const { kind } of records) count(tally, kind).records += 1;
  const targets = records.length === 0 ? [] : await versionsOf(store, wanted);
  const looked = progressOf((many) => onProgress('locks looked at', many));
  for await (const batch of inBatches(targets, (some) => Promise.all(some.map((one) => lengthen(one, task))), AT_ONCE)) {
    for (const [{ lock }, wasShort] of batch) {
      const kind = count(tally, lock.kind);
      kind.objects += 1;
      if (!wasShort) continue;
      kind.short += 1;
      kind.until = Math.max(kind.until, lock.until);
    }
    looked(batch.length);
  }
  if (broken !== null) throw broken.cause;
  return {
    streams,
    kinds: [...tally].map(([kind, { until, ...rest }]) => ({ kind, ...rest, until: until === 0 ? null : until })),
    findings: unacknowledged(found),
  };
}

/** Six batches are under way: as many requests as a bucket's connections. */
const AT_ONCE = 10;

interface Target {
  readonly key: ObjectKey;
  readonly version: VersionId;
  readonly lock: WantedLock;
}

/** Whether its lock was too short. */
async function lengthen({ key, version, lock: { until } }: Target, { keeper, confirmed }: LocksToLengthen): Promise<boolean> {
  const lock = await keeper.lockOf(key, version);
  if (locksUntil(lock, until)) return false;
  // A laxer lock that lasts longer gives way to a stricter one that lasts as long.
  if (confirmed) await keeper.lengthen(key, version, Math.max(until, lock?.until ?? 0));
  return true;
}

function wantedFor(records: readonly LongerRecord[]): WantedLocks {
  const wanted = new WantedLocks();
  for (const { stream, name, slot, blob, kind, until } of records) {
    const lock = { kind, until };
    wanted.object(recordKey(stream, name), lock);
    if (slot !== null) wanted.object(slotKey(stream, slot), lock);
    if (blob !== null) wanted.object(blob, lock);
    wanted.receiptsOf(stream, digestOfName(name), lock);
  }
  return wanted;
}

/** Of each object that is wanted the version that counts: the earliest (attack 1). */
async function versionsOf(store: ObjectStore, wanted: WantedLocks): Promise<Target[]> {
  const streams = await listStreams(store);
  const areas = streams.flatMap((one) => [recordsPrefix(one), slotsPrefix(one), blobsPrefix(one), platformPrefix(one)]);
  const found = new EarliestVersions<ObjectKey>();
  for (const prefix of [...areas, SEALS_PREFIX]) {
    for await (const object of store.listVersions(prefix)) if (wanted.of(object.key) !== null) found.enter(object.key, object);
  }
  return [...found.versions].flatMap(([key, version]) => {
    const lock = wanted.of(key);
    return lock === null || version === null ? [] : [{ key, version, lock }];
  });
}

function unacknowledged(found: readonly LongerRecords[]): Finding[] {
  const accepted = new Set(found.flatMap(({ acknowledgements }) => acknowledgements.map(({ finding }) => finding)));
  return found
    .flatMap(({ findings }) => findings)
    .filter((one) => outcomeOf(one) !== 'allow' && !accepted.has(one.digest))
    .sort(byPlace);
}

interface Tally {
  records: number;
  objects: number;
  short: number;
  until: number;
}

function count(tally: ReadonlyMap<string, Tally>, kind: string): Tally {
  const own = tally.get(kind);
  if (own === undefined) throw new RangeError(`nobody asked for the kind ${kind}`);
  return own;
}

function progressOf(say: (count: number) => void): (more: number) => void {
  let count = 0;
  return (more) => say((count += more));
}
