import { hexOf, type Sha256 } from '../../canonical/digest.ts';
import type { KeyId } from '../../ports/key-id.ts';
import type { ObjectKey } from '../../ports/object-store.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { openNote } from '../../tlog/open-note.ts';
import type { SealInventory } from './seal-inventory.ts';
import { bodyKey, signatureKey } from '../../ledger/seals/seal-layout.ts';
import type { SealReader } from './seal-reader.ts';
import { noteUnder } from '../../ledger/seals/signature-lines.ts';

interface SignedBody {
  readonly n: number;
  readonly body: string;
  /** Null: no trust file names a key of the log. */
  readonly keys: readonly NoteKey[] | null;
}

/** The trusted keys that signed a body. What claims to be a signature and is none, or by a stranger, is a finding. */
export async function checkSignatures(
  reader: SealReader,
  inventory: SealInventory,
  { n, body, keys }: SignedBody,
): Promise<readonly KeyId[]> {
  const signers: KeyId[] = [];
  const signatures = inventory.signaturesOf(n).filter(({ kind }) => kind === 'signature');
  for (const { by } of signatures) {
    const id = `sha256:${by}` as string as KeyId;
    const problem = await problemOf(reader, signatureKey(n, id), body, by, keys);
    if (problem === null && keys !== null) signers.push(id);
    if (problem !== null) reader.add({ kind: 'unsigned', code: 'seal/signature', key: signatureKey(n, id), detail: problem });
  }
  if (signatures.length === 0) nobody(reader, n, n === inventory.newest);
  return signers;
}

async function problemOf(
  reader: SealReader,
  key: ObjectKey,
  body: string,
  by: string,
  keys: readonly NoteKey[] | null,
): Promise<string | null> {
  const line = await reader.read(key);
  if (line === null) return reader.has(key) ? null : 'It is gone.';
  const note = noteUnder(body, line);
  if (note?.signatures.length !== 1) return 'The bytes are no signature under a checkpoint.';
  if (keys === null) return null;
  const own = keys.find(({ publicKey }) => hexOf(publicKey.keyId as string as Sha256) === by);
  if (own === undefined) return 'By a key that the trust file does not name as one of the log.';
  if (!body.startsWith(`${own.name}\n`)) return 'The checkpoint names another log than the trust file.';
  return openNote(note, [own]).kind === 'signed' ? null : 'The signature is wrong.';
}

function nobody(reader: SealReader, n: number, isNewest: boolean): void {
  const key = bodyKey(n);
  if (isNewest) {
    const detail = 'The checkpoint is not signed yet: the next sealer signs it.';
    reader.add({ kind: 'pending', code: 'seal/unfinished', key, detail });
  } else {
    reader.add({ kind: 'unsigned', code: 'seal/signature', key, detail: 'A later seal was made, and nobody signed this one.' });
  }
}
