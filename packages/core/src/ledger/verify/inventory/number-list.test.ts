import { expect, it } from '@jest/globals';
import { SeededRandom } from '../../../context/test/seeded-random.ts';
import { NumberList } from './number-list.ts';

it('keeps numbers in the order in which they came, and in another when it is told, whether they follow one another or not', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = new SeededRandom(seed);
    const [list, wanted] = [new NumberList(), [] as number[]];
    const start = random.below(3) * 5_000;
    for (let n = 0; n < random.below(3_000); n++) {
      const number = random.below(seed % 4 === 0 ? 100_000 : 2_000) === 0 ? random.below(2 ** 31) : start + n;
      list.add(number);
      wanted.push(number);
      if (random.below(500) > 0) continue;
      const compare = (one: number, other: number): number => (seed % 2 === 0 ? one - other : other - one);
      list.sort(compare);
      wanted.sort(compare);
    }
    expect([[...list], list.size, list.last]).toEqual([wanted, wanted.length, wanted.at(-1) ?? null]);
  }
});

it('takes no room for numbers that follow one another', () => {
  const before = process.memoryUsage().arrayBuffers;
  const list = new NumberList();
  for (let n = 7; n < 200_000; n++) list.add(n);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000);
  expect([list.size, list.last]).toEqual([199_993, 199_999]);
});
