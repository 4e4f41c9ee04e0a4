import { derFromP1363 } from '../canonical/ecdsa-der.ts';
import type { Signer } from '../ports/signer.ts';
import type { NoteSignature } from './note.ts';
import { cosignedBytes, type NoteKey } from './note-key.ts';

/** A signature over a note's text, which ends in a newline, by the private half of `key`. */
export async function signNote(text: string, key: NoteKey, signer: Signer): Promise<NoteSignature> {
  const { name, keyHash } = key;
  const signature = await signer.sign(Buffer.from(text));
  return { name, keyHash, signature: key.algorithm === 'ecdsa' ? derFromP1363(signature) : signature };
}

/** A witness's signature: it has seen the note at that time, in seconds since 1970 (C2SP tlog-cosignature, Ed25519). */
export async function cosignNote(text: string, key: NoteKey, signer: Signer, seconds: number): Promise<NoteSignature> {
  const { name, keyHash } = key;
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return { name, keyHash, signature: Buffer.concat([time, await signer.sign(cosignedBytes(seconds, text))]) };
}
