import { formatNote, parseNote, type Note } from '../../tlog/note.ts';

// What is stored of a signature is its line of the note alone, beside the body that it is under.

/** Body, an empty line and the lines of signatures: the bytes of the note again. */
export const joinNote = (body: Uint8Array, ...lines: readonly Uint8Array[]): Buffer =>
  Buffer.concat([body, Buffer.from('\n'), ...lines]);

/** The note that a body and lines make; null: the lines are no signatures under it. Whose they are is another question. */
export function noteUnder(body: string, lines: Uint8Array): Note | null {
  const note = parseNote(joinNote(Buffer.from(body), lines));
  return note?.text === body ? note : null;
}

/** The signatures of a note as they are stored. */
export const linesOf = (note: Note): Buffer => Buffer.from(formatNote(note).slice(note.text.length + 1));
