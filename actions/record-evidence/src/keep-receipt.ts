import { hexOf } from '@proofrail/core/canonical';
import { formatReceipt, type Receipt } from '@proofrail/core/ledger';
import { keepFile } from '@proofrail/runner';

/** Writes it where later steps can read it, and gives back the path. Receipts of several steps end up in one artifact: each has a name of its own. */
export const keepReceipt = (receipt: Receipt): string =>
  keepFile(`receipt-${hexOf(receipt.record).slice(0, 16)}.json`, formatReceipt(receipt));
