import { UnavailableError } from '../../outcomes/failure.ts';
import type { Sha256 } from '../../canonical/digest.ts';
import { announcementKey, pointerKey, type PointerSubject } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import { announcementText, pointerText } from '../stored/pointer.ts';
import { putSurely } from './put-surely.ts';
import type { SequencedReceipt } from '../stored/receipt.ts';
import type { StreamId } from '../stream-id.ts';

/**
 * Says, before a record is stored, that pointers to it are to come: else the writer of a denial could die between its acknowledgement
 * and its pointer, and a look-up would find the older allow alone. UnavailableError; TamperedError `ledger/hidden`.
 */
export async function announcePointers(
  ledger: Ledger,
  stream: StreamId,
  record: Sha256,
  subjects: readonly PointerSubject[],
): Promise<void> {
  const bytes = Buffer.from(announcementText(record));
  await Promise.all(subjects.map((subject) => putSurely(ledger, announcementKey(stream, subject, record), bytes)));
}

/**
 * Points at a record that has its place. A name that somebody else took first, and a store that does not answer, fail nothing: the record
 * is acknowledged, and whoever looks it up meets a pointer that does not hold, and reads the stream. TamperedError `ledger/hidden`.
 */
export async function putPointers(ledger: Ledger, receipt: SequencedReceipt, subjects: readonly PointerSubject[]): Promise<void> {
  const { stream, record, record_name, slot, position, slot_digest } = receipt;
  const bytes = Buffer.from(pointerText({ record: record_name, slot, position, slot_digest }));
  const put = async (subject: PointerSubject): Promise<void> => {
    try {
      await putSurely(ledger, pointerKey(stream, subject, record), bytes);
    } catch (cause) {
      if (!(cause instanceof UnavailableError)) throw cause;
    }
  };
  await Promise.all(subjects.map(put));
}
