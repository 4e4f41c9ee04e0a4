import { lockProblem } from '../../ledger/verify/checks/badly-kept.ts';
import { UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectKey, ObjectMetadata, VersionId } from '../../ports/object-store.ts';
import type { Notice, NoticeCode } from '../../ledger/seals/notice.ts';
import type { SurveyTask } from './survey-stream.ts';

/** An object that is to be sealed. `metadata`: undefined where the store says nothing about that, as a folder. */
interface KeptObject {
  readonly key: ObjectKey;
  readonly version: VersionId | null;
  readonly metadata: ObjectMetadata | undefined;
}

/**
 * What a sealer notes of how a version is kept. UnavailableError `seal/unreadable` where it may not read locks: nothing tells an object
 * without one from an object with one then, and a notice stands for ever.
 */
export async function keptNotices(
  { store, stream, days }: SurveyTask,
  { key, version, metadata }: KeptObject,
): Promise<Notice[]> {
  if (metadata === undefined) return [];
  const wanted = days ?? store.lockedDays ?? 0;
  if (wanted > 0 && metadata.lock === null && (await store.isUnlocked?.(key, version)) === false) throw mayNotReadLocks(key);
  const codes: NoticeCode[] = [
    ...(lockProblem(metadata, wanted) === null ? [] : (['retention/short'] as const)),
    ...(metadata.foreignKey ? (['key/foreign'] as const) : []),
    ...(metadata.replica ? (['object/replica'] as const) : []),
  ];
  return codes.map((code) => ({ code, key, stream }));
}

const mayNotReadLocks = (at: ObjectKey): UnavailableError =>
  new UnavailableError('seal/unreadable', {
    expected: 'to learn whether the object is locked',
    found: 'no answer to this role',
    at,
    doThis: 'Nothing was sealed. Give this role permission to read locks (s3:GetObjectRetention), or run it again.',
  });
