import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../context/test/seeded-random.ts';
import type { VersionId } from '../../../ports/object-store.ts';
import { VersionColumn } from './version-column.ts';

const INDEXES = [0, 1, 2, 3, 4095, 4096, 9000];
const ALPHABETS = ['ABab01._', 'Aa0-+/=._é']; // of S3 and SeaweedFS; near it

function anyVersion(random: SeededRandom): VersionId | null {
  const text = random.pick([
    () => null,
    () => 'A'.repeat(32), // packs to nothing
    () => '6f1c0b8e-2f7d-4f0e-9c55-0d8a3a1e7b11', // as MinIO gives them
    () => 'A'.repeat(random.below(40)),
    () => Array.from({ length: 32 }, (_, n) => random.pick([...(ALPHABETS[n % 2] ?? '')])).join(''),
    () => Array.from({ length: 32 }, () => random.pick([...(ALPHABETS[0] ?? '')])).join(''),
  ])();
  return text as VersionId | null;
}

describe('versions by number', () => {
  it('gives back what was set last, whatever text it is', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = new SeededRandom(seed);
      const column = new VersionColumn();
      const wanted = new Map<number, VersionId | null>();
      for (let n = 0; n < 30; n++) {
        const [index, version] = [random.pick(INDEXES), anyVersion(random)];
        column.set(index, version);
        wanted.set(index, version);
      }
      for (const index of INDEXES) expect([seed, index, column.get(index)]).toEqual([seed, index, wanted.get(index) ?? null]);
    }
  });
});
