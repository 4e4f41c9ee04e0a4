import type { Note } from './note.ts';
import { verifiesNote, type NoteKey } from './note-key.ts';

export type OpenedNote =
  | { readonly kind: 'signed'; readonly by: readonly NoteKey[] }
  | { readonly kind: 'wrong'; readonly key: NoteKey }
  | { readonly kind: 'unknown' };

/**
 * Which of the keys signed a note. Signatures of other keys are passed over; one that claims to be of a key and is not right spoils the
 * whole note (C2SP signed-note, "Signatures").
 */
export function openNote({ text, signatures }: Note, keys: readonly NoteKey[]): OpenedNote {
  const by = new Set<NoteKey>();
  for (const { name, keyHash, signature } of signatures) {
    const key = keys.find((one) => one.name === name && one.keyHash === keyHash);
    if (key === undefined || by.has(key)) continue;
    if (!verifiesNote(key, text, signature)) return { kind: 'wrong', key };
    by.add(key);
  }
  return by.size === 0 ? { kind: 'unknown' } : { kind: 'signed', by: [...by] };
}
