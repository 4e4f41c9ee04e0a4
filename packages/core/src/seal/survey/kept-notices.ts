import { lockProblem } from '../../ledger/verify/checks/badly-kept.ts';
import type { Kept, ObjectKey } from '../../ports/object-store.ts';
import type { Notice, NoticeCode } from '../../ledger/seals/notice.ts';
import type { SurveyTask } from './survey-stream.ts';

/** What a sealer notes of how a version is kept. `kept`: undefined where the store says nothing about that, as a folder. */
export function keptNotices({ store, stream, days }: SurveyTask, key: ObjectKey, kept: Kept | undefined): Notice[] {
  if (kept === undefined) return [];
  const codes: NoticeCode[] = [
    ...(lockProblem(kept, days ?? store.lockedDays ?? 0) === null ? [] : (['retention/short'] as const)),
    ...(kept.foreignKey ? (['key/foreign'] as const) : []),
    ...(kept.replica ? (['object/replica'] as const) : []),
  ];
  return codes.map((code) => ({ code, key, stream }));
}
