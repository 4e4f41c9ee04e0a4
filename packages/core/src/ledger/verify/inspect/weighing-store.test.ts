import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Turnstile } from '../../../concurrency/turnstile.ts';
import type { ObjectKey, ObjectStore, ReadAnswer } from '../../../ports/object-store.ts';
import { WeighingStore } from './weighing-store.ts';

async function mostAtOnce(sizes: readonly number[]): Promise<number> {
  let [inside, most] = [0, 0];
  const read = async (key: ObjectKey): Promise<ReadAnswer> => {
    inside += 1;
    most = Math.max(most, inside);
    await setImmediate();
    inside -= 1;
    const bytes = new Uint8Array(sizes[Number(key)] ?? 0);
    return { kind: 'found', bytes, version: null };
  };
  const turnstile = new Turnstile(4);
  const store = new WeighingStore({ read } as unknown as ObjectStore, { turnstile, least: 4, most: 32 });
  await Promise.all(sizes.map((_, n) => turnstile.pass(() => store.read(String(n) as ObjectKey))));
  return most;
}

const all = (size: number): number[] => Array.from({ length: 200 }, () => size);

it('lets many small objects be read at once and few large ones, so that together they are a few megabytes', async () => {
  expect(await mostAtOnce(all(2_000))).toBe(32);
  expect(await mostAtOnce(all(0))).toBe(32);
  expect(await mostAtOnce(all(100_000))).toBe(10);
  expect(await mostAtOnce(all(450_000))).toBe(4);
});
