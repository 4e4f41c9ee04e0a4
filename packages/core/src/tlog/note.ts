import { decodeBase64, encodeBase64 } from '../canonical/base64.ts';

/** Text with signatures under it (C2SP signed-note). Nothing that it says counts before one of them is verified. */
export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes as eight hex digits; with the name it says which key signed, and in which way. */
  readonly keyHash: string;
  readonly signature: Uint8Array;
}

export const MOST_SIGNATURES = 100; // the format asks for 16 at least
const MOST_BYTES = 1_000_000;
const KEY_HASH_BYTES = 4;
const CONTROL = /[\0-\t\v-\u001f]/; // every one below a space, except the newline
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/u;
const NAME = /^[^\s+\u0085]+$/u; // U+0085 is a space to Unicode, and none to JavaScript

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Not empty, no white space, no plus sign (C2SP signed-note). */
export const isKeyName = (name: string): boolean => NAME.test(name);

/** Null for a malformed note. */
export function parseNote(bytes: Uint8Array): Note | null {
  const message = bytes.length > MOST_BYTES ? null : decoded(bytes);
  if (message === null || CONTROL.test(message) || !message.endsWith('\n')) return null;
  const split = message.lastIndexOf('\n\n'); // the last one: a text may have empty lines
  if (split < 0) return null;
  const lines = message.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  if (!signatures.every((one) => one !== null)) return null;
  return { text: message.slice(0, split + 1), signatures };
}

/** The one spelling that `parseNote` takes for it. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

function signatureLine({ name, keyHash, signature }: NoteSignature): string {
  return `\u2014 ${name} ${encodeBase64(Buffer.concat([Buffer.from(keyHash, 'hex'), signature]))}\n`;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || base64 === undefined || !isKeyName(name)) return null;
  const bytes = decodeBase64(base64);
  if (bytes === null || bytes.length <= KEY_HASH_BYTES) return null;
  const keyHash = Buffer.from(bytes.subarray(0, KEY_HASH_BYTES)).toString('hex');
  return { name, keyHash, signature: bytes.subarray(KEY_HASH_BYTES) };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null; // fatal mode throws for exactly one reason
  }
}
