import { describe, expect, it } from '@jest/globals';
import { inBatches } from './in-batches.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

async function all(answers: AsyncIterable<readonly unknown[]>): Promise<void> {
  for await (const pairs of answers) expect(pairs.length).toBeGreaterThan(0);
}

describe('asking in batches', () => {
  it('answers every target once and in order, whatever order the answers come in', async () => {
    for (const count of [0, 1, 127, 128, 129, 1000, 5000]) {
      const answered: number[] = [];
      const ask = async (batch: readonly number[]): Promise<number[]> => {
        await new Promise((go) => setTimeout(go, ((batch[0] ?? 0) % 3) * 2));
        return batch.map((n) => n * 2);
      };
      for await (const pairs of inBatches(numbers(count), ask))
        for (const [n, twice] of pairs) answered.push(twice === n * 2 ? n : -1);
      expect(answered).toEqual(numbers(count));
    }
  });

  it('never has more than a few batches under way, so that memory stays bounded', async () => {
    let underWay = 0;
    let most = 0;
    const ask = async (batch: readonly number[]): Promise<readonly number[]> => {
      most = Math.max(most, (underWay += batch.length));
      await new Promise((go) => setImmediate(go));
      underWay -= batch.length;
      return batch;
    };
    for await (const pairs of inBatches(numbers(20_000), ask)) expect(pairs.length).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(768);
  });

  it('fails when an answer is missing: what nobody looked at must not pass', async () => {
    const read = async (): Promise<void> => {
      await all(inBatches(numbers(10), (batch) => Promise.resolve(batch.slice(1))));
    };
    await expect(read()).rejects.toMatchObject({ code: 'ledger/inspector' });
  });

  it('fails when asking fails, also behind batches that were answered', async () => {
    const read = async (): Promise<void> => {
      const ask = (batch: readonly number[]) =>
        batch.includes(500) ? Promise.reject(new Error('lost')) : Promise.resolve(batch);
      await all(inBatches(numbers(1000), ask));
    };
    await expect(read()).rejects.toThrow('lost');
  });
});
