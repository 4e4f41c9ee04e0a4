import { controlFacts } from '@proofrail/core/evidence';
import type { Result } from './run.ts';

/** What later steps get. `receipt`: path of the file that holds it. */
export function outputs({ written: { record, receipt } }: Result, receiptFile: string): Record<string, string> {
  return { 'record-digest': receipt.record, receipt: receiptFile, 'evidence-json': JSON.stringify(controlFacts(record)) };
}
