import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.ts';

it('lets in as many as it may and no more, each in its turn, and one that fails makes room like any other', async () => {
  const turnstile = new Turnstile(4);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) => async (): Promise<number> => {
    order.push(n);
    inside += 1;
    most = Math.max(most, inside);
    await setImmediate();
    inside -= 1;
    if (n % 3 === 0) throw new Error(String(n));
    return n;
  };
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const ends = await Promise.allSettled(numbers.map((n) => turnstile.pass(work(n))));
  expect([most, inside, order]).toEqual([4, 0, numbers]);
  expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(numbers.map((n) => n % 3 !== 0));
});

it('lets more in at once when it is widened, and nobody new while more are inside than it was narrowed to', async () => {
  const turnstile = new Turnstile(1);
  let inside = 0;
  const leave: (() => void)[] = [];
  const work = async (): Promise<void> => {
    inside += 1;
    await new Promise<void>((go) => leave.push(go));
    inside -= 1;
  };
  const all = Array.from({ length: 9 }, () => turnstile.pass(work));
  const counts = [inside];
  const step = async (change: () => void): Promise<void> => {
    change();
    await setImmediate();
    counts.push(inside);
  };
  await step(() => (turnstile.most = 4));
  await step(() => (turnstile.most = 2));
  await step(() => leave.shift()?.());
  await step(() => leave.shift()?.());
  await step(() => leave.shift()?.());
  expect(counts).toEqual([1, 4, 4, 3, 2, 2]);
  turnstile.most = 9;
  while (inside > 0) await step(() => leave.splice(0).forEach((go) => go()));
  await Promise.all(all);
});
