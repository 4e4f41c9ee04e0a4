import { randomBytes } from 'node:crypto';

/** Cryptographic randomness for what needs it (pseudonym keys, stop tokens). Nothing that is decided or recorded depends on it. */
export const randomness = (bytes: number): Uint8Array => randomBytes(bytes);
