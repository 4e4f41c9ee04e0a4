import { sha256 } from '../../canonical/digest.ts';
import { digestOfName, recordKey, type RecordName } from '../../ledger/layout.ts';
import type { VersionId } from '../../ports/object-store.ts';
import { keptNotices } from './kept-notices.ts';
import type { Notice, NoticeCode } from '../../ledger/seals/notice.ts';
import { readForGood } from '../../ledger/seals/read-for-good.ts';
import type { SurveyTask } from './survey-stream.ts';

/** Reads a record before it is sealed: what nobody can read, or what will not be kept, never gets a clean seal (attacks 11, 14). UnavailableError `seal/unreadable`. */
export async function inspectSealable(task: SurveyTask, name: RecordName, version: VersionId | null): Promise<Notice[]> {
  const { stream } = task;
  const key = recordKey(stream, name);
  const one = (code: NoticeCode): Notice => ({ code, key, stream });
  const answer = await readForGood(task, key, version);
  switch (answer.kind) {
    case 'unreadable':
      return [one('record/unreadable')];
    case 'absent':
    case 'hidden':
      return [one('record/missing')];
    case 'found':
      return [
        ...(sha256(answer.bytes) === digestOfName(name) ? [] : [one('record/altered')]),
        ...(await keptNotices(task, { key, version: answer.version, metadata: answer.metadata })),
      ];
  }
}
