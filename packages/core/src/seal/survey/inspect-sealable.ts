import { sha256 } from '../../canonical/digest.ts';
import { digestOfName, recordKey, type RecordName } from '../../ledger/layout.ts';
import type { VersionId } from '../../ports/object-store.ts';
import { keptNotices } from './kept-notices.ts';
import type { Notice, NoticeCode } from '../../ledger/seals/notice.ts';
import type { SurveyTask } from './survey-stream.ts';

/** Reads a record before it is sealed: what nobody can read, or what will not be kept, never gets a clean seal (attacks 11, 14). */
export async function inspectSealable(task: SurveyTask, name: RecordName, version: VersionId | null): Promise<Notice[]> {
  const { store, stream } = task;
  const key = recordKey(stream, name);
  const one = (code: NoticeCode): Notice => ({ code, key, stream });
  const answer = await store.read(key, version ?? undefined);
  switch (answer.kind) {
    case 'unreadable':
      return [one('record/unreadable')];
    case 'absent':
    case 'hidden':
      return [one('record/missing')];
    case 'found':
      return [
        ...(sha256(answer.bytes) === digestOfName(name) ? [] : [one('record/altered')]),
        ...keptNotices(task, key, answer.metadata),
      ];
  }
}
