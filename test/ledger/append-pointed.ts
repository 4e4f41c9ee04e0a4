import { sha256 } from '@proofrail/core/canonical';
import {
  announcePointers,
  append,
  pointerSubject,
  putPointers,
  type Ledger,
  type PointerSubject,
  type SequencedReceipt,
  type StreamId,
} from '@proofrail/core/ledger';

const SUBJECTS = [pointerSubject('c'.repeat(40)) as PointerSubject];

/** Appends as whoever decides about a commit does: announced, put in order, pointed at. `onReceipt`: told as soon as the record is promised. */
export async function appendPointed(
  ledger: Ledger,
  stream: StreamId,
  bytes: Uint8Array,
  onReceipt: (receipt: SequencedReceipt) => void,
): Promise<void> {
  await announcePointers(ledger, stream, sha256(bytes), SUBJECTS);
  const receipt = await append(ledger, stream, bytes);
  onReceipt(receipt);
  await putPointers(ledger, receipt, SUBJECTS);
}
