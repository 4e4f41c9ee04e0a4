import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ledgerFiles } from './ledger-files.ts';

const CUT = 2;

/** Takes away the last slots and every record that only they name: what is left looks whole. */
export function cutTail(ledger: string): void {
  const slots = ledgerFiles(ledger, 'segments');
  const cut = slots.slice(-CUT);
  const named = new Set(cut.flatMap(entriesOf));
  for (const file of [...cut, ...ledgerFiles(ledger, 'records').filter((each) => named.has(path.basename(each)))]) rmSync(file);
}

function entriesOf(slot: string): readonly string[] {
  const envelope = JSON.parse(readFileSync(slot, 'utf8')) as { readonly payload: string };
  const { entries } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8')) as {
    readonly entries: readonly string[];
  };
  return entries;
}
