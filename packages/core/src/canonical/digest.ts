import { hash } from 'node:crypto';

/** `sha256:` and 64 lower-case hex digits. Never a bare string: a digest without its algorithm proves nothing. */
export type Sha256 = `sha256:${string}` & { readonly brand: 'sha256' };
/** `sha512:` and 128 lower-case hex digits. */
export type Sha512 = `sha512:${string}` & { readonly brand: 'sha512' };
export type Digest = Sha256 | Sha512;

const SHA256 = /^sha256:[0-9a-f]{64}$/;
const SHA512 = /^sha512:[0-9a-f]{128}$/;

/** Of the bytes; of a text, of its UTF-8 bytes. */
export function sha256(bytes: Uint8Array | string): Sha256 {
  return `sha256:${hash('sha256', bytes)}` as Sha256;
}

/** The spelling of a SHA-256 that came as its 32 bytes. */
export function sha256Of(hash: Uint8Array): Sha256 {
  return `sha256:${Buffer.from(hash).toString('hex')}` as Sha256;
}

/** Nothing but the one spelling: no upper case, nothing before or behind. */
export function isSha256(text: unknown): text is Sha256 {
  return typeof text === 'string' && SHA256.test(text);
}

export function isSha512(text: unknown): text is Sha512 {
  return typeof text === 'string' && SHA512.test(text);
}

/** The hex digits alone, as in-toto digest sets and object keys want them. */
export function hexOf(digest: Digest): string {
  return digest.slice(digest.indexOf(':') + 1);
}
