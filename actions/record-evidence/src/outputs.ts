import { controlFacts } from '@proofrail/core/evidence';
import { hexOf } from '@proofrail/core/canonical';
import type { Receipt } from '@proofrail/core/ledger';
import type { Result } from './run.ts';

/** What later steps get. `receipt`: path of the file that holds it. */
export function outputs({ written: { record, receipt } }: Result, receiptFile: string): Record<string, string> {
  return { 'record-digest': receipt.record, receipt: receiptFile, 'evidence-json': JSON.stringify(controlFacts(record)) };
}

/** Receipts of several steps end up in one artifact: each has a name of its own. */
export const receiptName = ({ record }: Receipt): string => `receipt-${hexOf(record).slice(0, 16)}.json`;
