import { ConfigurationError } from '../../outcomes/failure.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { formatNote, MOST_SIGNATURES, type Note } from '../../tlog/note.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { openNote } from '../../tlog/open-note.ts';
import { bodyKey } from './seal-layout.ts';
import { newestPlan, tampered } from './read-plans.ts';
import { readStoredLines } from './stored-lines.ts';

/**
 * The checkpoint of a seal with the signatures that lie beside it; null: there is no body yet, or nobody signed it. With `keys` only what
 * one of these keys of the log signed, and what one of `witnesses` cosigned: one line that claims to be by such a key and is not would spoil
 * the note for whoever opens it, and anybody may plant one. Throws as `readStoredLines` does.
 */
export async function readSignedNote(
  store: ObjectStore,
  n: number,
  keys: readonly NoteKey[] | null = null,
  witnesses: readonly NoteKey[] = [],
): Promise<Note | null> {
  const lines = await readStoredLines(store, n);
  if (lines === null) return null;
  const { body: text } = lines;
  const own = keys?.filter(({ name }) => text.startsWith(`${name}\n`)) ?? null;
  const signed = own === null ? lines.signatures : signedBy(own, lines.signatures);
  if (signed.length === 0) return null;
  const cosigned = own === null ? lines.cosignatures : signedBy(witnesses, lines.cosignatures);
  return { text, signatures: [...signed, ...cosigned].flatMap(({ signatures }) => signatures).slice(0, MOST_SIGNATURES) };
}

const signedBy = (keys: readonly NoteKey[], notes: readonly Note[]): Note[] =>
  notes.filter((note) => openNote(note, keys).kind === 'signed');

/**
 * The bytes of the signed checkpoint of a seal, as one of these keys signed it, else as anybody did. TamperedError `seal/mismatch` where
 * nobody did, ConfigurationError `seal/no-such-seal` for a number that no seal has reached yet.
 */
export async function readCheckpoint(store: ObjectStore, n: number, keys: readonly NoteKey[]): Promise<Uint8Array> {
  const note = (await readSignedNote(store, n, keys)) ?? (await readSignedNote(store, n));
  if (note !== null) return Buffer.from(formatNote(note));
  const newest = (await newestPlan(store))?.plan.n ?? 0;
  throw n > newest ? noSuchSeal(n, newest) : tampered('seal/mismatch', bodyKey(n), 'a signed checkpoint', 'none');
}

const noSuchSeal = (n: number, newest: number): ConfigurationError =>
  new ConfigurationError('seal/no-such-seal', {
    expected: newest === 0 ? 'a ledger that was sealed' : `at most ${newest}, the newest seal`,
    found: String(n),
    at: bodyKey(n),
    doThis: 'If there was such a seal, the log was cut short: verify against the checkpoint that was kept.',
  });
