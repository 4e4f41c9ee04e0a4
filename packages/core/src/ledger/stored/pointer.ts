import { isSha256, type Sha256 } from '../../canonical/digest.ts';
import type { Place } from '../verify/checks/chain-check.ts';
import { isRecordName, type RecordName } from '../layout.ts';

/** Where a record about a digest or a commit stands, by the word of whoever wrote it: a hint, to be checked before it is used. */
export interface Pointer extends Place {
  readonly record: RecordName;
  /** SHA-256 of the slot's raw bytes. */
  readonly slot_digest: Sha256;
}

/** RFC 8785 text: names, digests and numbers need no escaping, and members stand in order. */
export function pointerText({ record, slot, position, slot_digest }: Pointer): string {
  return `{"position":${position},"record":"${record}","slot":${slot},"slot_digest":"${slot_digest}","v":1}`;
}

/** What says, before there is a record, that a pointer to it is to come. */
export const announcementText = (record: Sha256): string => `{"record":"${record}","v":1}`;

/** The pointer that bytes spell, or null. Only the one text that pointerText makes is taken. */
export function parsePointer(bytes: Uint8Array): Pointer | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [, position = '', record = '', slot = '', digest = ''] = FORM.exec(text) ?? [];
  if (!isRecordName(record) || !isSha256(digest)) return null;
  const pointer = { record, slot: Number(slot), position: Number(position), slot_digest: digest };
  return Number.isSafeInteger(pointer.slot) ? pointer : null;
}

const FORM =
  /^\{"position":([1-9][0-9]{0,3}),"record":"([0-9a-f-]{78})","slot":([1-9][0-9]{0,15}),"slot_digest":"([0-9a-z:]{71})","v":1\}$/;
