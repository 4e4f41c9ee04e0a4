import { sha256 } from '@proofrail/core/canonical';
import type { ArtifactReader } from '@proofrail/github';
import type { SoundChange } from '@proofrail/testkit';
import { inflateRawSync } from 'node:zlib';

/** Reads the artifacts of a scenario without the network: how they are downloaded and unpacked is tested in `runner`. */
export function fakeArtifacts({ repository }: SoundChange): ArtifactReader {
  return {
    read: ({ id }) => {
      const artifact = [...repository.runs.values()].flatMap((run) => run.artifacts).find((each) => String(each.id) === id);
      if (artifact === undefined) return Promise.resolve({ known: false, why: 'absent' });
      return Promise.resolve({ known: true, value: { digest: sha256(artifact.zip), files: unzip(artifact.zip) } });
    },
  };
}

function unzip(zip: Buffer): { name: string; bytes: Uint8Array }[] {
  const files = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [method, size, name, extra] = [
      zip.readUInt16LE(at + 8),
      zip.readUInt32LE(at + 18),
      zip.readUInt16LE(at + 26),
      zip.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    const content = zip.subarray(start, start + size);
    files.push({ name: zip.toString('utf8', at + 30, at + 30 + name), bytes: method === 8 ? inflateRawSync(content) : content });
    at = start + size;
  }
  return files;
}
