import { inBatches } from '../concurrency/in-batches.ts';
import { listStreams } from '../ledger/look-up/list-streams.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { locksUntil } from '../ledger/verify/checks/badly-kept.ts';
import { byPlace, outcomeOf, type Finding } from '../ledger/verify/finding.ts';
import type { LockKeeper } from '../ports/lock-keeper.ts';
import { KindTally, type LengthenedKind } from './kind-tally.ts';
import { longerRecords, type LongerRecords, type RecordsToRead } from './longer-records.ts';
import { wantRecords } from './want-records.ts';
import { wantSeals } from './want-seals.ts';
import { WantedLocks } from './wanted-locks.ts';
import { wantedVersions, type WantedVersion } from './wanted-versions.ts';

export interface LocksToLengthen extends Omit<RecordsToRead, 'onRead'> {
  readonly keeper: LockKeeper;
  /** Only its records; null: those of all. */
  readonly stream: StreamId | null;
  /** False: only look. */
  readonly confirmed: boolean;
  readonly onProgress: (what: 'records read' | 'locks looked at', count: number) => void;
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
  const { store, stream, days } = task;
  const streams = (await listStreams(store)).filter((one) => stream === null || one === stream);
  const found = await readStreams(task, streams);
  const records = found.flatMap((one) => one.records);
  const wanted = new WantedLocks();
  wantRecords(records, wanted);
  // Seals that somebody broke keep nothing else from being kept.
  const broken = await wantSeals(store, records, wanted).then(
    () => null,
    (cause: unknown) => ({ cause }),
  );
  const tally = new KindTally(Object.keys(days), records);
  await lengthenAll(await wantedVersions(store, wanted), task, tally);
  if (broken !== null) throw broken.cause;
  return { streams, kinds: tally.kinds, findings: unacknowledged(found) };
}

/** Where no kind is kept longer than all, nobody reads a whole ledger for nothing. */
async function readStreams(task: LocksToLengthen, streams: readonly StreamId[]): Promise<LongerRecords[]> {
  if (Object.keys(task.days).length === 0) return [];
  const onRead = inAll((count) => task.onProgress('records read', count));
  const found: LongerRecords[] = [];
  for (const stream of streams) found.push(await longerRecords({ ...task, onRead }, stream));
  return found;
}

/** Six batches are under way: as many requests as a bucket's connections. */
const AT_ONCE = 10;

async function lengthenAll(versions: readonly WantedVersion[], task: LocksToLengthen, tally: KindTally): Promise<void> {
  const onLooked = inAll((count) => task.onProgress('locks looked at', count));
  const lengthenSome = (some: readonly WantedVersion[]) => Promise.all(some.map((one) => lengthen(one, task)));
  for await (const batch of inBatches(versions, lengthenSome, AT_ONCE)) {
    for (const [{ lock }, wasShort] of batch) tally.object(lock, wasShort);
    onLooked(batch.length);
  }
}

/** Whether its lock was too short. */
async function lengthen(
  { key, version, lock: { until } }: WantedVersion,
  { keeper, confirmed }: LocksToLengthen,
): Promise<boolean> {
  const lock = await keeper.lockOf(key, version);
  if (locksUntil(lock, until)) return false;
  // A laxer lock that lasts longer gives way to a stricter one that lasts as long.
  if (confirmed) await keeper.lengthen(key, version, Math.max(until, lock?.until ?? 0));
  return true;
}

/** What is acknowledged in one stream may have been found in another. */
function unacknowledged(found: readonly LongerRecords[]): Finding[] {
  const accepted = new Set(found.flatMap(({ acknowledgements }) => acknowledgements.map(({ finding }) => finding)));
  return found
    .flatMap(({ findings }) => findings)
    .filter((one) => outcomeOf(one) !== 'allow' && !accepted.has(one.digest))
    .sort(byPlace);
}

/** From counts of what came since the last time one of all that came. */
function inAll(say: (count: number) => void): (more: number) => void {
  let count = 0;
  return (more) => say((count += more));
}
