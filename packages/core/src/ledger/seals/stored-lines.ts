import { EarliestVersions } from '../stored/earliest-versions.ts';
import type { ObjectKey, ObjectStore } from '../../ports/object-store.ts';
import type { Note } from '../../tlog/note.ts';
import { bodyKey, parseSealKey } from './seal-layout.ts';
import { readSealObject } from './read-plans.ts';
import { noteUnder } from './signature-lines.ts';

/** A body and what lies beside it, each line a note under the body by itself: whoever signed, or says so. */
export interface StoredLines {
  readonly body: string;
  readonly signatures: readonly Note[];
  readonly cosignatures: readonly Note[];
}

/**
 * What lies beside the body of a seal by the version that counts, the earliest; null: there is no body yet. Whatever is no line of one
 * signature is left out, and is a finding of `verify` (`seal/signature`, `seal/cosignature`): anybody who may write beside a body could
 * make the others look as if they were not there. TamperedError `seal/hidden`; UnavailableError `seal/unreadable`.
 */
export async function readStoredLines(store: ObjectStore, n: number): Promise<StoredLines | null> {
  const bytes = await readSealObject(store, bodyKey(n));
  if (bytes === null) return null;
  const body = Buffer.from(bytes).toString();
  const found = new EarliestVersions<ObjectKey>();
  for await (const object of store.listVersions(`${bodyKey(n)}.`)) found.enter(object.key, object);
  const lines = { body, signatures: [] as Note[], cosignatures: [] as Note[] };
  for (const [key, version] of found.versions) {
    const kind = parseSealKey(key)?.kind;
    if (kind !== 'signature' && kind !== 'cosignature') continue;
    const line = await readSealObject(store, key, version);
    const note = line === null ? null : noteUnder(body, line);
    if (note?.signatures.length === 1) lines[`${kind}s`].push(note);
  }
  return lines;
}
