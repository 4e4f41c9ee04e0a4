import type { Period } from './covered-period.ts';
import type { LedgerObject } from './ledger-place.ts';
import type { TrailEvent } from './trail-event.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';

export interface ReconciledWrites {
  /** Objects whose write AWS recorded. */
  readonly matched: number;
  /** Objects of the covered period, or of no known time, that were held against the writes. */
  readonly objects: number;
  /** Objects of no known time whose write is not there either: nothing is said about them. */
  readonly undated: number;
  readonly findings: readonly TrailFinding[];
}

/** Holds the writes that AWS recorded against the objects that lie there: each write left an object, and each object was written. */
export function reconcileWrites(
  objects: readonly LedgerObject[],
  writes: readonly (readonly [key: string, event: TrailEvent])[],
  covered: Period | null,
): ReconciledWrites {
  const unclaimed = new Map<string, TrailEvent[]>();
  for (const [key, event] of writes) unclaimed.set(key, [...(unclaimed.get(key) ?? []), event]);
  const findings: TrailFinding[] = [];
  const [counted, found] = [{ matched: 0, undated: 0, objects: 0 }, objects.filter(({ kind }) => kind === 'data')];
  for (const object of found) {
    if (claim(unclaimed, object)) counted.matched += 1;
    else if (object.createdAt === null) counted.undated += 1;
    else if (covered !== null && covered.from <= object.createdAt && object.createdAt <= covered.to)
      findings.push(unwritten(object));
    else continue;
    counted.objects += 1;
  }
  for (const [key, events] of unclaimed) findings.push(...events.map((event) => unrecorded(key, event)));
  return { ...counted, findings };
}

/** Takes the event that wrote this version, so that one event stands for one version and no more. */
function claim(unclaimed: Map<string, TrailEvent[]>, { key, version }: LedgerObject): boolean {
  const events = unclaimed.get(key) ?? [];
  const index = events.findIndex((event) => {
    const written = event.response['x-amz-version-id'];
    return version === null || typeof written !== 'string' || written === version;
  });
  if (index < 0) return false;
  unclaimed.set(key, events.toSpliced(index, 1));
  return true;
}

const unwritten = ({ key }: LedgerObject): TrailFinding =>
  trailFinding('unrecorded', 'cloudtrail/record-without-write', key, 'It lies there, and AWS recorded no write of it.');

const unrecorded = (key: string, event: TrailEvent): TrailFinding =>
  trailFinding(
    'unrecorded',
    'cloudtrail/write-without-record',
    key,
    'AWS recorded this write, and no such object lies there.',
    event,
  );
