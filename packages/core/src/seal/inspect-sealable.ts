import { sha256 } from '../canonical/digest.ts';
import { digestOfName, recordKey, timeOfName, type RecordName } from '../ledger/layout.ts';
import type { Kept, ObjectLock, VersionId } from '../ports/object-store.ts';
import type { Notice, NoticeCode } from './notice.ts';
import type { SurveyTask } from './survey-stream.ts';

const DAY = 86_400_000;
const SLACK = 3_600_000; // a record's name has the time of another clock than its lock

/** Reads a record before it is sealed: what nobody can read, or what will not be kept, never gets a clean seal (attacks 11, 14). */
export async function inspectSealable(task: SurveyTask, name: RecordName, version: VersionId | null): Promise<Notice[]> {
  const { store, stream } = task;
  const key = recordKey(stream, name);
  const answer = await store.read(key, version ?? undefined);
  const codes: NoticeCode[] = [];
  if (answer.kind === 'unreadable') codes.push('record/unreadable');
  if (answer.kind === 'absent' || answer.kind === 'hidden') codes.push('record/missing');
  if (answer.kind === 'found' && sha256(answer.bytes) !== digestOfName(name)) codes.push('record/altered');
  if (answer.kind === 'found' && answer.kept !== undefined) codes.push(...keptBadly(task, answer.kept, timeOfName(name)));
  return codes.map((code) => ({ code, key, stream }));
}

function keptBadly({ store, days }: SurveyTask, { lock, foreignKey, replica }: Kept, stored: number): NoticeCode[] {
  const asked = (days ?? store.lockedDays ?? 0) * DAY;
  const isShort = store.assurance === 'locked' && !isLong(lock, stored + asked);
  return [
    ...(isShort ? (['retention/short'] as const) : []),
    ...(foreignKey ? (['key/foreign'] as const) : []),
    ...(replica ? (['object/replica'] as const) : []),
  ];
}

/** A lock that somebody can lift is none. */
const isLong = (lock: ObjectLock | null, until: number): boolean => lock?.mode === 'COMPLIANCE' && lock.until >= until - SLACK;
