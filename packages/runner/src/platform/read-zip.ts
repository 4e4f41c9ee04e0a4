import { inflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const SMALLEST_END = 22;
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];
const MOST_MEMBERS = 1_000;

/**
 * The files of a zip archive, in memory and under no name of the archive's. Null for one that is damaged, encrypted, of a kind that no
 * workflow uploads (zip64, several disks), or that would unpack to more than `most` bytes.
 */
export function readZip(archive: Uint8Array, most: number): readonly ZipMember[] | null {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return membersOf(bytes, most);
  } catch {
    return null; // an offset beyond the end, a stream that does not inflate, one that inflates to too much
  }
}

function membersOf(bytes: Buffer, most: number): readonly ZipMember[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_MEMBERS || bytes.readUInt16LE(end + 8) !== count) return null;
  const members = new Map<string, ZipMember>();
  let left = most;
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    const entry = entryAt(bytes, at);
    if (entry === null || entry.size > left) return null;
    at = entry.next;
    if (entry.name.endsWith('/')) continue;
    const content = contentOf(bytes, entry);
    // Two files of one name: readers disagree about which one is there.
    if (content === null || members.has(entry.name)) return null;
    left -= content.length;
    members.set(entry.name, { name: entry.name, bytes: content });
  }
  return [...members.values()];
}

function endOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - SMALLEST_END - LONGEST_COMMENT);
  for (let at = bytes.length - SMALLEST_END; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  readonly next: number;
}

/** The directory at the end is what counts: the headers before each file may be left empty by a writer that streams. */
function entryAt(bytes: Buffer, at: number): Entry | null {
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (bytes.readUInt32LE(at) !== CENTRAL || encrypted) return null;
  const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
  if (name === undefined || extra === undefined || comment === undefined) return null;
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + name),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    local: bytes.readUInt32LE(at + 42),
    next: at + 46 + name + extra + comment,
  };
}

function contentOf(bytes: Buffer, { method, packed, size, local }: Entry): Uint8Array | null {
  if (bytes.readUInt32LE(local) !== LOCAL) return null;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed || (method !== STORED && method !== DEFLATED)) return null;
  // The size that the directory claims is the most that is inflated: more is an error, so a small archive stays small.
  const plain = method === STORED ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  return plain.length === size ? plain : null;
}
