import { formatReceipt, type SequencedReceipt } from '@proofrail/core/ledger';
import { replaceFile } from '../replace-file.ts';

/** Keeps a receipt where the ledger is not: only what lies elsewhere proves that a tail was cut off. */
export function saveReceipt(receipt: SequencedReceipt, file: string | undefined): void {
  if (file !== undefined) replaceFile(file, formatReceipt(receipt));
}
