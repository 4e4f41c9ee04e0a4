import { renameSync } from 'node:fs';
import { fromEnd, ledgerFiles } from './ledger-files.ts';

/** Lets two neighbouring slots change places. */
export function swapSlots(ledger: string): void {
  const slots = ledgerFiles(ledger, 'segments');
  const [first, second] = [fromEnd(slots, 3), fromEnd(slots, 2)];
  renameSync(first, `${first}.swap`);
  renameSync(second, first);
  renameSync(`${first}.swap`, second);
}
