import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { fromEnd, ledgerFiles } from './ledger-files.ts';

/** Changes one bit in the middle of one record. */
export function flipByte(ledger: string): void {
  const file = fromEnd(ledgerFiles(ledger, 'records'), 3);
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  chmodSync(file, 0o644);
  writeFileSync(file, bytes);
}
