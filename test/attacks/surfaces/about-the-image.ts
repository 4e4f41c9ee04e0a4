import { digestAllowed, type LedgerEntry } from '@proofrail/core/evidence';
import { ARTIFACT, type MadeRecord } from '../../../packages/audit/test/records.ts';
import type { Answer } from '../attack.ts';

/** What verify-digest says of an image, after what the ledger holds. */
export function answerAboutTheImage(records: readonly MadeRecord[]): Promise<Answer> {
  const entries = records.flatMap(({ placed, record }): LedgerEntry[] =>
    record.kind === 'unrecognised' ? [] : [{ stream: placed.stream, digest: placed.digest, record }],
  );
  const answer = digestAllowed(entries, ARTIFACT, { acceptGiven: false });
  return Promise.resolve(
    answer.kind === 'allowed' ? { outcome: 'allow', says: [] } : { outcome: 'deny', says: [`image/${answer.reason}`] },
  );
}
