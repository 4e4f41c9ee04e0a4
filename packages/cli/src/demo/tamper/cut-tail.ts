import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ledgerFiles } from './ledger-files.ts';

const CUT = 2;

/** Takes away the last slots, every record that only they name, and what points at those: what is left looks whole. */
export function cutTail(ledger: string): void {
  const slots = ledgerFiles(ledger, 'segments');
  const cut = slots.slice(-CUT);
  const named = new Set(cut.flatMap(entriesOf));
  for (const file of [...cut, ...ledgerFiles(ledger, 'records').filter((each) => named.has(path.basename(each)))]) rmSync(file);
  for (const file of pointersTo(ledger, new Set([...named].map(digestIn)))) rmSync(file);
}

/** A pointer is called by the digest of its record, and an announcement too, with one more letter. */
function pointersTo(ledger: string, records: ReadonlySet<string>): readonly string[] {
  const folder = path.join(ledger, 'v1', 'by');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => records.has(path.basename(name).replace(/~$/, ''))).map((name) => path.join(folder, name));
}

/** A record is called by its time and its digest. */
const digestIn = (record: string): string => record.slice(record.indexOf('-') + 1);

function entriesOf(slot: string): readonly string[] {
  const envelope = JSON.parse(readFileSync(slot, 'utf8')) as { readonly payload: string };
  const { entries } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8')) as {
    readonly entries: readonly string[];
  };
  return entries;
}
