import { gunzipSync } from 'node:zlib';

/** What `info: true` makes of the answer (Node's zlib, "Class: Options"); the types of Node do not know it. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * The content of gzipped bytes, or null: no gzip, more than `most` bytes in it (a bomb), or bytes behind its end, which no hash covers
 * and Node passes over.
 */
export function inflateGzip(bytes: Uint8Array, most: number): Uint8Array | null {
  try {
    const { buffer, engine } = gunzipSync(bytes, { maxOutputLength: most, info: true }) as unknown as Inflated;
    return engine.bytesWritten === bytes.length ? buffer : null;
  } catch {
    return null; // whoever asked says which file it was
  }
}
