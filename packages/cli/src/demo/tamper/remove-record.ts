import { rmSync } from 'node:fs';
import { fromEnd, ledgerFiles } from './ledger-files.ts';

/** Removes one record that a slot names. */
export function removeRecord(ledger: string): void {
  rmSync(fromEnd(ledgerFiles(ledger, 'records'), 4));
}
