import { TILE_WIDTH } from './tile-path.ts';

const LENGTH_BYTES = 2;

/** Entries one behind the other, each after its length as a big-endian uint16. */
export function encodeEntries(entries: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.alloc(entries.reduce((sum, entry) => sum + LENGTH_BYTES + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    at = bytes.writeUInt16BE(entry.length, at);
    bytes.set(entry, at);
    at += entry.length;
  }
  return bytes;
}

/** The entries of a bundle, as views on its bytes; null for bytes that end within an entry, or for more than a bundle holds. */
export function decodeEntries(bytes: Uint8Array): readonly Buffer[] | null {
  const bundle = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bundle.length) {
    if (at + LENGTH_BYTES > bundle.length || entries.length === TILE_WIDTH) return null;
    const start = at + LENGTH_BYTES;
    at = start + bundle.readUInt16BE(at);
    if (at > bundle.length) return null;
    entries.push(bundle.subarray(start, at));
  }
  return entries;
}
