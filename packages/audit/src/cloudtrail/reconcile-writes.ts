import type { LedgerObject } from './ledger-place.ts';
import type { Period } from './period.ts';
import type { TrailDeed } from './trail-event.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';

/** As little as will do: a ledger of a million objects has as many. */
export interface SeenWrite {
  readonly key: string;
  /** Null: the event does not say it. */
  readonly version: string | null;
  readonly event: TrailDeed;
}

export interface ReconciledWrites {
  /** Objects whose write AWS recorded. */
  readonly matched: number;
  /** Objects of the covered period, or of no known time, that were held against the writes. */
  readonly objects: number;
  /** Objects of no known time whose write is not there either: nothing is said about them. */
  readonly undated: number;
  /** Objects of another time than the covered period, whose write is not there: held against nothing. */
  readonly outside: number;
  readonly findings: readonly TrailFinding[];
}

/** Holds the writes that AWS recorded against the objects that lie there: each write left an object, and each object was written. */
export function reconcileWrites(
  objects: readonly LedgerObject[],
  writes: readonly SeenWrite[],
  covered: Period | null,
): ReconciledWrites {
  const unclaimed = byKey(writes);
  const findings: TrailFinding[] = [];
  const counts = { matched: 0, undated: 0, objects: 0, outside: 0 };
  for (const object of objects) {
    if (object.kind !== 'data') continue;
    if (claim(unclaimed, object)) counts.matched += 1;
    else if (object.createdAt === null) counts.undated += 1;
    else if (isIn(covered, object.createdAt)) findings.push(unwritten(object));
    else {
      counts.outside += 1;
      continue;
    }
    counts.objects += 1;
  }
  for (const left of unclaimed.values()) findings.push(...left.map(unrecorded));
  return { ...counts, findings };
}

function byKey(writes: readonly SeenWrite[]): Map<string, SeenWrite[]> {
  const keys = new Map<string, SeenWrite[]>();
  for (const write of writes) {
    const others = keys.get(write.key);
    if (others === undefined) keys.set(write.key, [write]);
    else others.push(write);
  }
  return keys;
}

/** Takes the write that made this version, so that one event stands for one version and no more. */
function claim(unclaimed: ReadonlyMap<string, SeenWrite[]>, { key, version }: LedgerObject): boolean {
  const writes = unclaimed.get(key) ?? [];
  const index = writes.findIndex((write) => version === null || write.version === null || write.version === version);
  if (index >= 0) writes.splice(index, 1);
  return index >= 0;
}

const isIn = (covered: Period | null, time: number): boolean => covered !== null && covered.from <= time && time <= covered.to;

function unwritten({ key, version }: LedgerObject): TrailFinding {
  const detail = 'It lies there, and AWS recorded no write of it.';
  return trailFinding('unrecorded', 'cloudtrail/record-without-write', key, detail, { found: version });
}

function unrecorded({ key, event }: SeenWrite): TrailFinding {
  const detail = 'AWS recorded this write, and no such object lies there.';
  return trailFinding('unrecorded', 'cloudtrail/write-without-record', key, detail, { event });
}
