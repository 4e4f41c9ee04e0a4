import { expect, it } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import { zipFile } from './zip-file.ts';

it('a zip file says where each member is, how long it is and what it is called', () => {
  const members = { 'codeql.sarif': '{"runs":[]}', 'sub/ü.txt': Buffer.from([1, 2, 3]), empty: '' };
  expect(membersOf(zipFile(members))).toEqual(
    Object.fromEntries(Object.entries(members).map(([name, content]) => [name, Buffer.from(content)])),
  );
});

/** A reader that believes the central directory, as unzip tools do. */
function membersOf(zip: Buffer): Record<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const found: Record<string, Buffer> = {};
  let entry = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, length] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20), zip.readUInt16LE(entry + 28)];
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    found[zip.subarray(entry + 46, entry + 46 + length).toString('utf8')] = method === 8 ? inflateRawSync(bytes) : bytes;
    entry += 46 + length;
  }
  return found;
}
