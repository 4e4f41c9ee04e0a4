import { hash } from 'node:crypto';
import { decodeBase64, encodeBase64 } from '../canonical/base64.ts';
import { p1363FromDer } from '../canonical/ecdsa-der.ts';
import { publicKeyFromDer, type PublicKey } from '../canonical/public-key.ts';
import { isKeyName } from './note.ts';

/** How a key signs notes (C2SP signed-note, "Signature types"). */
export type NoteAlgorithm = 'ed25519' | 'ecdsa' | 'cosignature';

/** A key under which signatures of notes verify: name and hash say which signatures are meant to be its own. */
export interface NoteKey {
  readonly name: string;
  readonly keyHash: string;
  readonly algorithm: NoteAlgorithm;
  readonly publicKey: PublicKey;
}

const TYPES: Readonly<Record<NoteAlgorithm, number>> = { ed25519: 0x01, ecdsa: 0x02, cosignature: 0x04 };
const ED25519_OPENING = Buffer.from('302a300506032b6570032100', 'hex'); // RFC 8410 4; the 32 bytes of the key follow
const VERIFIER_KEY = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/;

/** The key with which a log of that name signs its checkpoints. RangeError for a name that no note can carry. */
export function logKey(name: string, publicKey: PublicKey): NoteKey {
  return noteKey(name, publicKey.algorithm === 'ed25519' ? 'ed25519' : 'ecdsa', publicKey);
}

/** A key with the hash that signatures name it by. RangeError for a name that no note can carry. */
export function noteKey(name: string, algorithm: NoteAlgorithm, publicKey: PublicKey): NoteKey {
  if (!isKeyName(name)) throw new RangeError(`no name of a key: ${JSON.stringify(name)}`);
  return { name, keyHash: keyHashOf(name, algorithm, publicKey), algorithm, publicKey };
}

/** `name+hash+base64(type ‖ key)`, as `golang.org/x/mod/sumdb/note` writes it. */
export function formatVerifierKey({ name, keyHash, algorithm, publicKey }: NoteKey): string {
  return `${name}+${keyHash}+${encodeBase64(encoded(algorithm, publicKey))}`;
}

/** Null for anything but the one spelling of a key of a type that is known here. */
export function parseVerifierKey(text: string): NoteKey | null {
  const [, name, keyHash, base64] = VERIFIER_KEY.exec(text) ?? [];
  if (name === undefined || base64 === undefined || !isKeyName(name)) return null;
  const bytes = Buffer.from(decodeBase64(base64) ?? []);
  const algorithm = (Object.keys(TYPES) as NoteAlgorithm[]).find((one) => TYPES[one] === bytes[0]);
  const publicKey = algorithm === undefined ? null : publicKeyIn(algorithm, bytes.subarray(1));
  if (algorithm === undefined || publicKey === null) return null;
  const key = noteKey(name, algorithm, publicKey);
  return key.keyHash === keyHash ? key : null;
}

/** Whether a signature under a note's text is by this key. */
export function verifiesNote({ algorithm, publicKey }: NoteKey, text: string, signature: Uint8Array): boolean {
  switch (algorithm) {
    case 'ed25519':
      return publicKey.verify(Buffer.from(text), signature);
    case 'ecdsa': {
      const sideBySide = p1363FromDer(signature);
      return sideBySide !== null && publicKey.verify(Buffer.from(text), sideBySide);
    }
    case 'cosignature': {
      const time = cosignatureTime(signature);
      return time !== null && publicKey.verify(cosignedBytes(time, text), signature.subarray(TIME_BYTES));
    }
  }
}

const TIME_BYTES = 8;

/** When a witness says it saw the note, in seconds since 1970; null where the signature does not say (C2SP tlog-cosignature). */
export function cosignatureTime(signature: Uint8Array): number | null {
  if (signature.length <= TIME_BYTES) return null;
  const seconds = Number(Buffer.from(signature.subarray(0, TIME_BYTES)).readBigUInt64BE());
  return Number.isSafeInteger(seconds) ? seconds : null;
}

export const cosignedBytes = (seconds: number, text: string): Buffer => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

function keyHashOf(name: string, algorithm: NoteAlgorithm, publicKey: PublicKey): string {
  const hashed = algorithm === 'ecdsa' ? publicKey.der : Buffer.concat([Buffer.from(`${name}\n`), encoded(algorithm, publicKey)]);
  return hash('sha256', hashed, 'hex').slice(0, 8);
}

function encoded(algorithm: NoteAlgorithm, { der }: PublicKey): Buffer {
  const key = algorithm === 'ecdsa' ? der : der.subarray(ED25519_OPENING.length);
  return Buffer.concat([Buffer.from([TYPES[algorithm]]), key]);
}

function publicKeyIn(algorithm: NoteAlgorithm, bytes: Buffer): PublicKey | null {
  try {
    const key = publicKeyFromDer(algorithm === 'ecdsa' ? bytes : Buffer.concat([ED25519_OPENING, bytes]));
    return (key.algorithm === 'ed25519') === (algorithm !== 'ecdsa') ? key : null;
  } catch {
    return null; // a foreign key's bytes are data, not a mistake of whoever runs this
  }
}
