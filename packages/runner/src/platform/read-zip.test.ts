import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { seededRandom, zipFile } from '@proofrail/testkit';
import { readZip } from './read-zip.ts';

const MOST = 10_000;
const FILES = { 'a.sarif': '{"version":"2.1.0"}', 'b/c.json': '[]', 'empty.json': '' };
const texts = (zip: Uint8Array, most = MOST) =>
  readZip(zip, most)?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]) ?? null;

/** An archive of one deflated file whose directory claims any size. */
function deflated(content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const zip = zipFile({ 'a.sarif': packed });
  const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  for (const [at, method] of [[directory + 10, 8]] as const) zip.writeUInt16LE(method, at);
  zip.writeUInt32LE(claimed, directory + 24);
  return zip;
}

describe('an archive of reports', () => {
  it('gives back its files, stored or deflated', () => {
    expect(texts(zipFile(FILES))).toEqual(Object.entries(FILES));
    expect(texts(deflated(Buffer.from('hello'.repeat(100))))).toEqual([['a.sarif', 'hello'.repeat(100)]]);
  });

  it('that is small and unpacks to more than anybody wants is refused, whatever it claims', () => {
    const bomb = Buffer.alloc(5_000_000);
    for (const claimed of [bomb.length, MOST, 100, 0]) expect(texts(deflated(bomb, claimed))).toBeNull();
    expect(texts(zipFile({ 'a.json': 'x'.repeat(6_000), 'b.json': 'x'.repeat(6_000) }))).toBeNull();
  });

  it('with two files of one name is refused: readers disagree about which one is there', () => {
    const zip = zipFile({ 'a.json': '1', 'b.json': '2' });
    for (let at = zip.indexOf('b.json'); at >= 0; at = zip.indexOf('b.json', at)) zip.write('a.json', at);
    expect(texts(zip)).toBeNull();
  });

  it('is whole or nothing: cut anywhere, or with any one byte changed, it never gives another number of files', () => {
    const zip = zipFile(FILES);
    for (let length = 0; length < zip.length; length += 1) expect(texts(zip.subarray(0, length))).toBeNull();
    for (let at = 0; at < zip.length; at += 1) {
      const changed = Buffer.from(zip);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect([null, 3]).toContain(texts(changed)?.length ?? null);
    }
  });

  it('of random bytes is none', () => {
    const random = seededRandom(1);
    for (let round = 0; round < 500; round += 1) {
      const noise = Buffer.from(Array.from({ length: 200 }, () => random.below(256)));
      expect(texts(Buffer.concat([noise, zipFile(FILES).subarray(random.below(60))]))).toBeNull();
    }
  });
});
