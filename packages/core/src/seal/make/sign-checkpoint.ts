import { putSurely } from '../../ledger/append/put-surely.ts';
import type { ObjectKey, ObjectStore } from '../../ports/object-store.ts';
import { formatNote } from '../../tlog/note.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { openNote } from '../../tlog/open-note.ts';
import { signNote } from '../../tlog/sign-note.ts';
import { readSealObject, tampered } from '../../ledger/seals/read-plans.ts';
import { bodyKey, signatureKey } from '../../ledger/seals/seal-layout.ts';
import type { Sealer } from './sealer.ts';
import { linesOf, noteUnder } from '../../ledger/seals/signature-lines.ts';

/**
 * Signs the body of a seal, which lies in the store already. There is one body for each number, made once, and each is longer by one
 * entry at least: so the log key never signs two bodies of one size, and never one that only this process has seen. Gives the
 * signed note.
 */
export async function signCheckpoint(sealer: Sealer, n: number, body: string): Promise<string> {
  const { store, signer, key } = sealer;
  const place = signatureKey(n, signer.keyId);
  const existing = await ownSignature(sealer, n, body);
  if (existing !== null) return existing;
  await requireOnlyVersion(store, bodyKey(n));
  const line = linesOf({ text: body, signatures: [await signNote(body, key, signer)] });
  const placed = await putSurely(sealer, place, line);
  // ECDSA: what another sealer signed with the same key is as good, and other bytes.
  return ownNote(placed.kind === 'taken' ? placed.bytes : line, body, key, place);
}

/** The note as this sealer's key signed it before; null: it did not. TamperedError `seal/mismatch`: something else has that place. */
export async function ownSignature({ store, signer, key }: Sealer, n: number, body: string): Promise<string | null> {
  const place = signatureKey(n, signer.keyId);
  const line = await readSealObject(store, place);
  return line === null ? null : ownNote(line, body, key, place);
}

function ownNote(line: Uint8Array, body: string, key: NoteKey, at: ObjectKey): string {
  const note = noteUnder(body, line);
  if (note !== null && openNote(note, [key]).kind === 'signed') return formatNote(note);
  throw tampered('seal/mismatch', at, 'a signature by the log key', 'something else');
}

async function requireOnlyVersion(store: ObjectStore, key: ObjectKey): Promise<void> {
  for await (const version of store.listVersions(key, { most: 2 })) {
    if (version.key !== key) return;
    if (version.kind === 'marker' || !version.newest)
      throw tampered('seal/hidden', key, 'a body that was created once', 'a second version');
  }
}
