import { lockProblem } from '../../ledger/verify/checks/badly-kept.ts';
import type { ObjectKey, ObjectMetadata } from '../../ports/object-store.ts';
import type { Notice, NoticeCode } from '../../ledger/seals/notice.ts';
import type { SurveyTask } from './survey-stream.ts';

/** What a sealer notes of how a version is kept. `metadata`: undefined where the store says nothing about that, as a folder. */
export function keptNotices({ store, stream, days }: SurveyTask, key: ObjectKey, metadata: ObjectMetadata | undefined): Notice[] {
  if (metadata === undefined) return [];
  const codes: NoticeCode[] = [
    ...(lockProblem(metadata, days ?? store.lockedDays ?? 0) === null ? [] : (['retention/short'] as const)),
    ...(metadata.foreignKey ? (['key/foreign'] as const) : []),
    ...(metadata.replica ? (['object/replica'] as const) : []),
  ];
  return codes.map((code) => ({ code, key, stream }));
}
