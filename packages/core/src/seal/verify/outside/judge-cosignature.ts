import type { KeyId } from '../../../ports/key-id.ts';
import { cosignatureTime, type NoteKey } from '../../../tlog/note-key.ts';
import { openNote } from '../../../tlog/open-note.ts';
import { noteUnder } from '../../../ledger/seals/signature-lines.ts';

export type JudgedCosignature =
  /** UTC milliseconds: the witness had seen the checkpoint by then. */
  | { readonly kind: 'cosigned'; readonly at: number }
  /** Of a witness that the trust file does not name; nothing is known against it. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'wrong' };

const LAST_SECOND = 253_402_300_799; // of the year 9999: no witness has seen anything later

/** What a stored cosignature is worth under the body of its checkpoint. */
export function judgeCosignature(line: Uint8Array, body: string, id: KeyId, keys: readonly NoteKey[]): JudgedCosignature {
  const note = noteUnder(body, line);
  const [only, another] = note?.signatures ?? [];
  if (note === null || only === undefined || another !== undefined) return { kind: 'wrong' };
  const seconds = cosignatureTime(only.signature);
  if (seconds === null || seconds > LAST_SECOND) return { kind: 'wrong' };
  const own = keys.find(({ publicKey }) => publicKey.keyId === id);
  if (own === undefined) return { kind: 'stranger' };
  return openNote(note, [own]).kind === 'signed' ? { kind: 'cosigned', at: seconds * 1000 } : { kind: 'wrong' };
}
