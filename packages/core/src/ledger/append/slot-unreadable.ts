import { UnavailableError } from '../../outcomes/failure.ts';
import type { ObjectKey } from '../../ports/object-store.ts';

/** A slot that is there and does not say what it holds. */
export const slotUnreadable = (key: ObjectKey, found: string): UnavailableError =>
  new UnavailableError('ledger/slot-unreadable', {
    expected: 'the slot that the listing showed',
    found,
    at: key,
    doThis: 'Give the writer permission to read its stream (s3:GetObject and kms:Decrypt), or run it again.',
  });
